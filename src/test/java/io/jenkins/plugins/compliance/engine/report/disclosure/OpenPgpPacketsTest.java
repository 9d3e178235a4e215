package io.jenkins.plugins.compliance.engine.report.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import io.jenkins.plugins.compliance.engine.report.ReportSink;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys that are put together packet by packet: those that no program at hand writes, and those that somebody means ill with. */
class OpenPgpPacketsTest {
    private static final int CREATED = 1_700_000_000;
    private static final int YEAR = 365 * 24 * 3600;
    private static final int ECDH = 18;
    private static final int ED25519 = 27;
    private static final int X25519 = 25;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final List<String> rules = new ArrayList<>();

    @Test
    void aKeyOfVersion6IsRead() throws Exception {
        byte[] key = keyOfVersion6(ED25519);
        byte[] issuer = concat(new byte[] {6}, sha256(0x9b, 4, key));
        packet(6, key);
        packet(2, signature(6, 0x1f, CREATED, 2 * YEAR, 0x01, 33, issuer));
        packet(14, keyOfVersion6(X25519));
        packet(2, signature(6, 0x18, CREATED, YEAR, 0x0c, 33, issuer));

        ReportSummary summary = read();
        assertThat(rules).isEmpty();
        assertThat(summary.validUntil()).isEqualTo(Instant.ofEpochSecond((long) CREATED + YEAR));
    }

    @Test
    void aStrangersSignatureNeitherExtendsNorRevokes() throws Exception {
        byte[] key = keyOfVersion4(ECDH);
        byte[] stranger = new byte[8];
        packet(6, key);
        packet(2, signature(4, 0x20, CREATED + 5, 0, 0, 16, stranger));
        packet(13, "somebody".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        packet(2, signature(4, 0x13, CREATED, YEAR, 0x0c, 16, keyId(key)));
        packet(2, signature(4, 0x10, CREATED + 9, 50 * YEAR, 0x0c, 16, stranger));

        ReportSummary summary = read();
        assertThat(rules).isEmpty();
        assertThat(summary.validUntil()).isEqualTo(Instant.ofEpochSecond((long) CREATED + YEAR));
    }

    @Test
    void aKeyThatNothingBindsSaysNothing() throws Exception {
        packet(6, keyOfVersion4(ECDH));
        read();
        assertThat(rules).containsExactly("key-unbound");
    }

    @Test
    void versionsThatNobodyShouldUseAreSaid() throws Exception {
        byte[] old = keyOfVersion4(ECDH);
        old[0] = 3;
        packet(6, old);
        read();
        assertThat(rules).containsExactly("key-version");
    }

    @Test
    void lengthsThatLieAreRefused() throws Exception {
        for (byte[] lie : List.of(
                bytes(0xc6, 0xff, 0xff, 0xff, 0xff, 0xff, 4),
                bytes(0x9a, 0xff, 0xff, 0xff, 0xff, 4),
                bytes(0xc6, 0xe1, 4, 4),
                bytes(0x9b, 4, 4),
                bytes(0xc6, 0xdf, 0xff, 4),
                bytes(0xc6))) {
            file.reset();
            file.write(lie);
            assertThat(read().complete()).isFalse();
        }
        byte[] key = keyOfVersion4(ECDH);
        file.reset();
        packet(6, key);
        packet(2, bytes(4, 0x1f, 1, 8, 0, 200, 5, 2));
        ReportSummary summary = read();
        assertThat(summary.problems()).anyMatch(each -> each.message().contains("ends too early"));
        assertThat(rules).contains("key-unbound");
    }

    private ReportSummary read() throws IOException {
        rules.clear();
        ReportSink sink = new ReportSink() {
            @Override
            public void finding(Finding finding) {
                rules.add(finding.rule());
            }
        };
        return ReportReaders.standard()
                .read(ReportSource.ofBytes("key.gpg", file.toByteArray()), "openpgp-key", sink, Limits.DEFAULTS);
    }

    private void packet(int type, byte[] body) {
        file.write(0xc0 | type);
        file.write(0xff);
        file.writeBytes(number(body.length, 4));
        file.writeBytes(body);
    }

    private static byte[] keyOfVersion4(int algorithm) {
        return concat(new byte[] {4}, number(CREATED, 4), number(algorithm, 1), new byte[40]);
    }

    private static byte[] keyOfVersion6(int algorithm) {
        return concat(new byte[] {6}, number(CREATED, 4), number(algorithm, 1), number(32, 4), new byte[32]);
    }

    private static byte[] signature(
            int version, int type, int created, int keyExpires, int flags, int issuerType, byte[] issuer) {
        int lengthOfLengths = version == 6 ? 4 : 2;
        byte[] hashed = concat(
                subpacket(2, number(created, 4)),
                keyExpires == 0 ? new byte[0] : subpacket(0x80 | 9, number(keyExpires, 4)),
                subpacket(27, number(flags, 1)));
        byte[] unhashed = subpacket(issuerType, issuer);
        return concat(
                number(version, 1),
                number(type, 1),
                number(ED25519, 1),
                number(8, 1),
                number(hashed.length, lengthOfLengths),
                hashed,
                number(unhashed.length, lengthOfLengths),
                unhashed,
                new byte[66]);
    }

    private static byte[] subpacket(int type, byte[] content) {
        return concat(number(content.length + 1, 1), number(type, 1), content);
    }

    private static byte[] keyId(byte[] key) throws NoSuchAlgorithmException {
        byte[] fingerprint = digest("SHA-1", concat(number(0x99, 1), number(key.length, 2), key));
        byte[] id = new byte[8];
        ByteBuffer.wrap(fingerprint, fingerprint.length - 8, 8).get(id);
        return id;
    }

    private static byte[] sha256(int prefix, int octets, byte[] key) throws NoSuchAlgorithmException {
        return digest("SHA-256", concat(number(prefix, 1), number(key.length, octets), key));
    }

    private static byte[] digest(String algorithm, byte[] content) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance(algorithm).digest(content);
    }

    private static byte[] number(int value, int octets) {
        byte[] all = ByteBuffer.allocate(4).putInt(value).array();
        byte[] last = new byte[octets];
        System.arraycopy(all, 4 - octets, last, 0, octets);
        return last;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
