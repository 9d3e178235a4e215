package io.jenkins.plugins.compliance.engine.evidence.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.evidence.Sha256;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Samples;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyPemTest {
    private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void aKeySurvivesItsFiles(KeyAlgorithm algorithm) throws IOException {
        for (int i = 0; i < 4; i++) {
            SigningKey key = SigningKey.generate(algorithm);
            Path file = folder.resolve("key" + i);
            KeyFiles.create(file, key);
            SigningKey read = KeyFiles.signing(file);
            assertThat(read.id()).isEqualTo(key.id()).hasSize(64);
            assertThat(read.publicKey()).isEqualTo(key.publicKey());
            assertThat(KeyFiles.anyHalf(file)).isEqualTo(key.publicKey());
            VerificationKey publicKey = KeyFiles.anyHalf(KeyFiles.publicFile(file));
            assertThat(publicKey.algorithm()).isEqualTo(algorithm);
            assertThat(publicKey.verifies(MESSAGE, read.sign(MESSAGE))).isTrue();
            assertThat(publicKey.verifies(new byte[0], read.sign(MESSAGE))).isFalse();
            assertThat(publicKey.verifies(MESSAGE, new byte[] {1, 2})).isFalse();
        }
    }

    @Test
    void thePublicHalfIsThatOfRfc8032Test1() throws UnusableKeyException {
        byte[] prefix = HexFormat.of().parseHex("302e020100300506032b657004220420");
        byte[] seed = HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        byte[] der = Arrays.copyOf(prefix, prefix.length + seed.length);
        System.arraycopy(seed, 0, der, prefix.length, seed.length);
        SigningKey key = KeyPem.signing(Pem.write(Pem.PRIVATE_KEY, der), "key");
        byte[] expected = HexFormat.of()
                .parseHex("302a300506032b6570032100d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assertThat(key.publicKey().pem()).isEqualTo(Pem.write(Pem.PUBLIC_KEY, expected));
        assertThat(key.id()).isEqualTo(Sha256.hex(expected));
        assertThat(HexFormat.of().formatHex(key.sign(new byte[0])))
                .startsWith("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155");
    }

    @Test
    void keysAreNeverOverwrittenAndKeptFromOthers() throws IOException {
        Path file = folder.resolve("key");
        KeyFiles.create(file, Samples.KEY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(KeyFiles.exposure(file)).isEmpty();
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> KeyFiles.create(file, Samples.OTHER_KEY))
                .isInstanceOf(FileAlreadyExistsException.class);
        Files.delete(KeyFiles.publicFile(file));
        assertThatThrownBy(() -> KeyFiles.create(file, Samples.OTHER_KEY))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(Files.exists(KeyFiles.publicFile(file))).isFalse();
        for (String exposed : List.of("rw-r-----", "rw----r--", "rw--w----", "rw-----w-")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(exposed));
            assertThat(KeyFiles.exposure(file))
                    .hasValueSatisfying(w -> assertThat(w).contains("chmod 600", "key"));
        }
    }

    @Test
    void aKeyOfTheWrongKindIsNamed() throws Exception {
        KeyPair rsa = generate("RSA", null);
        refusedSecret(Pem.write("PRIVATE KEY", rsa.getPrivate().getEncoded()), "key for RSA", "Ed25519 or ECDSA P-256");
        refusedPublic(Pem.write("PUBLIC KEY", rsa.getPublic().getEncoded()), "key for RSA");
        KeyPair p384 = generate("EC", "secp384r1");
        refusedSecret(Pem.write("PRIVATE KEY", p384.getPrivate().getEncoded()), "384 bits", "not on P-256");
        refusedPublic(Pem.write("PUBLIC KEY", p384.getPublic().getEncoded()), "384 bits");
        refusedPublic(
                Pem.write("PUBLIC KEY", generate("Ed448", null).getPublic().getEncoded()), "key for");
        refusedPublic(
                Pem.write("PUBLIC KEY", generate("X25519", null).getPublic().getEncoded()), "key for");
        refusedSecret(Samples.KEY.publicKey().pem(), "is a public key; expected the private key");
        refusedPublic(Samples.KEY.secretPem(), "is a private key; expected the public key", "key show");
        refusedSecret(Pem.write("ENCRYPTED PRIVATE KEY", new byte[] {1}), "encrypted", "openssl pkey");
        refusedSecret(Pem.write("EC PRIVATE KEY", new byte[] {1}), "older form", "openssl pkcs8");
        refusedSecret(
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA PRIVATE KEY-----\n",
                "older form");
        refusedSecret(Pem.write("OPENSSH PRIVATE KEY", new byte[] {1}), "OpenSSH");
        refusedPublic(Pem.write("CERTIFICATE", new byte[] {1}), "certificate", "openssl x509");
        refusedPublic(Pem.write("PGP<script>", new byte[] {1}), "kind PGP?script?");
        refusedSecret(Pem.write("PRIVATE KEY", new byte[] {1, 2, 3}), "damaged");
        refusedPublic(Pem.write("PUBLIC KEY", new byte[] {1, 2, 3}), "damaged");
        refusedSecret("", "not a key in PEM");
        refusedSecret("-----BEGIN PRIVATE KEY-----\nAAAA\n", "not a key in PEM");
    }

    @Test
    void textAndParametersAroundAKeyAreLeftOut() throws UnusableKeyException {
        String around = "Bag Attributes\n-----BEGIN EC PARAMETERS-----\nAAAA\n-----END EC PARAMETERS-----\n"
                + Samples.OTHER_KEY.secretPem().replace("\n", "\r\n") + "more\n";
        assertThat(KeyPem.signing(around, "key").id()).isEqualTo(Samples.OTHER_KEY.id());
    }

    @Test
    void aSetOfKeysSurvivesItsJson() throws IOException {
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        Instant to = Instant.parse("2026-12-31T23:59:59Z");
        KeySet set = new KeySet(List.of(
                new TrustedKey(Samples.KEY.publicKey(), from, to), TrustedKey.always(Samples.OTHER_KEY.publicKey())));
        String json = new String(KeySetJson.write(set), StandardCharsets.UTF_8);
        assertThat(KeySetJson.read(json, "keys.json", Limits.DEFAULTS).keys()).isEqualTo(set.keys());
        Path file = Files.writeString(folder.resolve("keys.json"), json);
        Path pem = Files.writeString(
                folder.resolve("b.pub"), Samples.OTHER_KEY.publicKey().pem());
        assertThat(KeyFiles.trusted(List.of(file, pem), Limits.DEFAULTS).keys()).isEqualTo(set.keys());
        Path same = Files.writeString(
                folder.resolve("a.pub"), Samples.KEY.publicKey().pem());
        assertThatThrownBy(() -> KeyFiles.trusted(List.of(file, same), Limits.DEFAULTS))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageContaining("given twice")
                .hasMessageContaining("from 2026-01-01T00:00:00Z to 2026-12-31T23:59:59Z")
                .hasMessageContaining("always");
    }

    @Test
    void aSetOfKeysWithAMistakeIsRefused() {
        String pem = Samples.KEY.publicKey().pem().replace("\n", "\\n");
        refusedSet("[]", "not an object");
        refusedSet("{\"keys\":[]}", "lacks key set.schema");
        refusedSet("{\"schema\":2,\"keys\":[]}", "schema 2");
        refusedSet("{\"schema\":1,\"keys\":[{}]}", "lacks keys.publicKey");
        refusedSet("{\"schema\":1,\"keys\":[{\"publicKey\":\"x\"}]}", "key 1 is not a key in PEM");
        refusedSet(
                "{\"schema\":1,\"keys\":[{\"keyid\":\"00\",\"publicKey\":\"" + pem + "\"}]}", "says that its id is 00");
        refusedSet("{\"schema\":1,\"keys\":[{\"publicKey\":\"" + pem + "\",\"notAfter\":\"soon\"}]}", "notAfter");
        refusedSet(
                "{\"schema\":1,\"keys\":[{\"publicKey\":\"" + pem
                        + "\",\"notBefore\":\"2026-01-02T00:00:00Z\",\"notAfter\":\"2026-01-01T00:00:00Z\"}]}",
                "which is earlier");
    }

    @Test
    void timesOfKeysIncludeTheirEnds() {
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        Instant to = from.plusSeconds(10);
        TrustedKey key = new TrustedKey(Samples.KEY.publicKey(), from, to);
        assertThat(key.validAt(from)).isTrue();
        assertThat(key.validAt(to)).isTrue();
        assertThat(key.validAt(from.minusMillis(1))).isFalse();
        assertThat(key.validAt(to.plusMillis(1))).isFalse();
        assertThat(new TrustedKey(key.key(), from, null).validity()).isEqualTo("from 2026-01-01T00:00:00Z");
        assertThat(new TrustedKey(key.key(), null, to).validity()).isEqualTo("until 2026-01-01T00:00:10Z");
        assertThat(new TrustedKey(key.key(), from, from).validAt(from)).isTrue();
    }

    private static KeyPair generate(String algorithm, String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (curve != null) {
            generator.initialize(new ECGenParameterSpec(curve));
        }
        return generator.generateKeyPair();
    }

    private static void refusedSecret(String pem, String... why) {
        assertThatThrownBy(() -> KeyPem.signing(pem, "my.key"))
                .isInstanceOf(UnusableKeyException.class)
                .message()
                .startsWith("my.key ")
                .contains(why);
    }

    private static void refusedPublic(String pem, String... why) {
        assertThatThrownBy(() -> KeyPem.verification(pem, "my.pub"))
                .isInstanceOf(UnusableKeyException.class)
                .message()
                .startsWith("my.pub ")
                .contains(why);
    }

    private static void refusedSet(String json, String why) {
        assertThatThrownBy(() -> KeySetJson.read(json, "keys.json", Limits.DEFAULTS))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageContaining("keys.json")
                .hasMessageContaining(why);
    }
}
