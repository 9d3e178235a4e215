package io.jenkins.plugins.compliance.engine.report.disclosure;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.IncompleteReportException;
import io.jenkins.plugins.compliance.engine.report.Problem;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.Sample;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.report.finding.FindingBuilder;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * OpenPGP public keys, armored or not (RFC 9580; RFC 4880 before it): until when one can encrypt to them. A result is a reason
 * why one can't. No signature is verified: the file is taken as its owner publishes it.
 */
public final class OpenPgpKeyReader implements ReportReader {
    private static final String TOOL = "openpgp-key";
    private static final String PUBLIC = "PGP PUBLIC KEY BLOCK";
    private static final String PRIVATE = "PGP PRIVATE KEY BLOCK";
    private static final String HELP = "https://www.rfc-editor.org/rfc/rfc9580#section-";

    @Override
    public String format() {
        return "openpgp-key";
    }

    @Override
    public String title() {
        return "OpenPGP public key";
    }

    @Override
    public boolean recognises(Sample sample) {
        String name = sample.fileName().toLowerCase(Locale.ROOT);
        return sample.syntax() == Sample.Syntax.TEXT
                && (sample.head().contains("-----BEGIN " + PUBLIC)
                        || sample.head().contains("-----BEGIN " + PRIVATE)
                        || name.endsWith(".gpg")
                        || name.endsWith(".pgp"));
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        List<OpenPgpCertificate> certificates = certificates(packets(source, limits), collector);
        for (OpenPgpCertificate each : certificates) {
            judge(each, collector);
        }
        collector.run(new ToolRun(TOOL, null, collector.results(), null, Long.valueOf(certificates.size()), "keys"));
        if (certificates.isEmpty()) {
            throw new IncompleteReportException("holds no OpenPGP public key");
        }
    }

    private static byte[] packets(ReportSource source, Limits limits) throws IOException {
        byte[] bytes;
        int most = (int) Math.min(limits.textLength(), limits.reportBytes());
        try (InputStream in = source.open()) {
            bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new LimitExceededException("textLength", most);
            }
        }
        return bytes.length > 0 && (bytes[0] & 0x80) != 0 && !startsWithByteOrderMark(bytes) ? bytes : unarmored(bytes);
    }

    private static boolean startsWithByteOrderMark(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
    }

    private static byte[] unarmored(byte[] bytes) throws IOException {
        ByteArrayOutputStream packets = new ByteArrayOutputStream();
        OpenPgpArmor armor = null;
        List<String> lines = new String(bytes, StandardCharsets.UTF_8)
                .replace("\ufeff", "")
                .lines()
                .toList();
        for (String line : lines) {
            String begun = OpenPgpArmor.begun(line);
            if (armor == null && begun.equals(PRIVATE)) {
                throw secret();
            }
            if (armor == null && begun.equals(PUBLIC)) {
                armor = new OpenPgpArmor(begun);
            } else if (armor != null) {
                armor.line(line);
                if (armor.ended()) {
                    packets.write(armor.content());
                    armor = null;
                }
            }
        }
        if (armor != null) {
            packets.write(armor.content());
        }
        return packets.toByteArray();
    }

    private static IncompleteReportException secret() {
        return new IncompleteReportException(
                "is a secret key, and it is in the evidence now: revoke it, and publish the public half of another");
    }

    private static List<OpenPgpCertificate> certificates(byte[] bytes, ReportCollector collector) throws IOException {
        OpenPgpPackets packets = new OpenPgpPackets(bytes);
        List<OpenPgpCertificate> certificates = new ArrayList<>();
        OpenPgpCertificate last = null;
        int number = 0;
        for (OpenPgpPackets.Packet each = packets.next(); each != null; each = packets.next()) {
            number++;
            last = take(each, number, last, collector);
            if (each.type() == OpenPgpPackets.PUBLIC_KEY && last != null) {
                certificates.add(last);
            }
        }
        return certificates;
    }

    private static @CheckForNull OpenPgpCertificate take(
            OpenPgpPackets.Packet packet, int number, @CheckForNull OpenPgpCertificate last, ReportCollector collector)
            throws IOException {
        switch (packet.type()) {
            case OpenPgpPackets.SECRET_KEY, OpenPgpPackets.SECRET_SUBKEY -> throw secret();
            case OpenPgpPackets.PUBLIC_KEY -> {
                return new OpenPgpCertificate(OpenPgpKey.of(packet.body()));
            }
            case OpenPgpPackets.SIGNATURE -> {
                if (last != null) {
                    signature(packet, number, last, collector);
                }
            }
            case OpenPgpPackets.PUBLIC_SUBKEY -> {
                if (last != null) {
                    last.subkey(OpenPgpKey.of(packet.body()));
                }
            }
            case OpenPgpPackets.USER_ID, OpenPgpPackets.USER_ATTRIBUTE -> {
                if (last != null) {
                    last.userId();
                }
            }
            default -> {
                // Trust, padding, and what later versions of the standard may add.
            }
        }
        return last;
    }

    private static void signature(
            OpenPgpPackets.Packet packet, int number, OpenPgpCertificate certificate, ReportCollector collector) {
        try {
            certificate.signature(OpenPgpSignature.of(packet.body()));
        } catch (IncompleteReportException e) {
            collector.problem(Problem.Kind.NOTE, "packet " + number, String.valueOf(e.getMessage()));
        }
    }

    private static void judge(OpenPgpCertificate certificate, ReportCollector collector) throws IOException {
        OpenPgpKey key = certificate.primary();
        if (key.version() != 4 && key.version() != 6) {
            defect(collector, "key-version", key, "is no key of RFC 9580 (version 4 or 6)", "5.5.2");
        } else if (certificate.revoked()) {
            defect(collector, "key-revoked", key, "is revoked by its owner", "5.2.1.11");
        } else if (!certificate.bound()) {
            defect(collector, "key-unbound", key, "has no signature of its own that says how long it holds", "10.1");
        } else {
            Instant end = certificate.encryptsUntil().orElse(null);
            if (end == null) {
                defect(collector, "key-cannot-encrypt", key, "has no key that one may encrypt to", "5.2.3.29");
            } else if (end.isBefore(Instant.MAX)) {
                collector.validUntil(end);
            }
        }
    }

    private static void defect(ReportCollector collector, String rule, OpenPgpKey key, String what, String section)
            throws IOException {
        collector.finding(new FindingBuilder(TOOL, rule)
                .message("The key " + key.name() + " " + what + ".")
                .severity(Severity.HIGH)
                .help(HELP + section)
                .build());
    }
}
