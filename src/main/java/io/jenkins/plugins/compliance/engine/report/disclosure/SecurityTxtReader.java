package io.jenkins.plugins.compliance.engine.report.disclosure;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.TextLines;
import io.jenkins.plugins.compliance.engine.report.IncompleteReportException;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.Sample;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;

/**
 * A {@code security.txt}, plain or in the cleartext signature framework of OpenPGP (RFC 9116; RFC 9580, section 7). A result is
 * something that is wrong with it. The end of its validity is gathered and judged later: what holds today may not hold tomorrow.
 */
public final class SecurityTxtReader implements ReportReader {
    private static final String SIGNED_MESSAGE = "PGP SIGNED MESSAGE";
    private static final String SIGNATURE = "PGP SIGNATURE";

    @Override
    public String format() {
        return SecurityTxtFields.TOOL;
    }

    @Override
    public String title() {
        return "security.txt";
    }

    @Override
    public boolean recognises(Sample sample) {
        if (sample.syntax() != Sample.Syntax.TEXT) {
            return false;
        }
        boolean contact = false;
        boolean expires = sample.fileName().equalsIgnoreCase("security.txt");
        for (String line : (Iterable<String>) sample.head().lines()::iterator) {
            String start = line.substring(0, Math.min(line.length(), 8)).toLowerCase(Locale.ROOT);
            contact |= start.equals("contact:");
            expires |= start.equals("expires:");
        }
        return contact && expires;
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        try (InputStream in = source.open();
                TextLines lines = new TextLines(in, limits)) {
            new Reading(lines, collector, limits).read();
        }
    }

    /** One reading; confined to its thread. */
    private static final class Reading {
        private final TextLines lines;
        private final ReportCollector collector;
        private final Limits limits;
        private final SecurityTxtFields fields;
        private @CheckForNull OpenPgpArmor signature;
        private boolean signed;
        private boolean inHeaders;
        private long signatureText;

        Reading(TextLines lines, ReportCollector collector, Limits limits) {
            this.lines = lines;
            this.collector = collector;
            this.limits = limits;
            this.fields = new SecurityTxtFields(collector);
        }

        void read() throws IOException {
            for (String line = lines.next(); line != null; line = lines.next()) {
                take(lines.number() == 1 && line.startsWith("\ufeff") ? line.substring(1) : line);
            }
            if (signed) {
                signature();
            }
            long known = fields.finish(signed);
            collector.run(new ToolRun(
                    SecurityTxtFields.TOOL, null, collector.results(), null, Long.valueOf(known), "fields"));
            if (known == 0) {
                throw new IncompleteReportException(
                        "has no field of RFC 9116: it may be the page that a server sends when there is no such file");
            }
        }

        private void take(String line) throws IOException {
            OpenPgpArmor armor = signature;
            if (armor != null) {
                if (armor.ended()) {
                    fields.unsigned(lines.number(), line);
                } else {
                    bound(line);
                    armor.line(line);
                }
            } else if (!signed && !fields.any() && OpenPgpArmor.begun(line).equals(SIGNED_MESSAGE)) {
                signed = true;
                inHeaders = true;
            } else if (inHeaders) {
                inHeaders = !line.isBlank();
            } else if (signed && OpenPgpArmor.begun(line).equals(SIGNATURE)) {
                signature = new OpenPgpArmor(SIGNATURE);
            } else {
                fields.line(lines.number(), signed && line.startsWith("- ") ? line.substring(2) : line);
            }
        }

        private void bound(String line) throws LimitExceededException {
            signatureText += line.length();
            if (signatureText > limits.textLength()) {
                throw new LimitExceededException("textLength", limits.textLength());
            }
        }

        /** Its end bounds the file's; whether it verifies is for a tool that has the key to say. */
        private void signature() throws IncompleteReportException {
            OpenPgpArmor armor = signature;
            if (armor == null) {
                throw new IncompleteReportException("begins a signed message that has no signature: it is cut off");
            }
            OpenPgpPackets packets = new OpenPgpPackets(armor.content());
            int signatures = 0;
            for (OpenPgpPackets.Packet each = packets.next(); each != null; each = packets.next()) {
                if (each.type() == OpenPgpPackets.SIGNATURE) {
                    signatures++;
                    end(OpenPgpSignature.of(each.body()).expires());
                }
            }
            if (signatures == 0) {
                throw new IncompleteReportException("has a block for a signature and no signature in it");
            }
        }

        private void end(@CheckForNull Instant end) {
            if (end != null) {
                collector.validUntil(end);
            }
        }
    }
}
