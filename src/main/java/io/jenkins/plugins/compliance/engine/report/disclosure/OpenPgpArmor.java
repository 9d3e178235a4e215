package io.jenkins.plugins.compliance.engine.report.disclosure;

import io.jenkins.plugins.compliance.engine.report.IncompleteReportException;
import java.util.Base64;

/**
 * Takes the ASCII armor off (RFC 9580, section 6). Headers are passed over, and so is the checksum, which section 6.1 tells
 * readers not to rely on.
 */
final class OpenPgpArmor {
    private static final String DASHES = "-----";

    private final String block;
    private final StringBuilder base64 = new StringBuilder();
    private boolean inHeaders = true;
    private boolean ended;

    /** @param block what the header line says, for instance {@code PGP SIGNATURE} */
    OpenPgpArmor(String block) {
        this.block = block;
    }

    /** What a header line says between its dashes, for instance {@code PGP PUBLIC KEY BLOCK}; empty when it is none. */
    static String begun(String line) {
        String begin = DASHES + "BEGIN ";
        String text = line.stripTrailing();
        return text.startsWith(begin) && text.endsWith(DASHES) && text.length() > begin.length() + DASHES.length()
                ? text.substring(begin.length(), text.length() - DASHES.length())
                : "";
    }

    /** Takes the next line after the header line. */
    void line(String written) throws IncompleteReportException {
        String line = written.strip();
        if (line.startsWith(DASHES)) {
            if (!line.equals(DASHES + "END " + block + DASHES)) {
                throw new IncompleteReportException("has \"" + DASHES + "BEGIN " + block + DASHES
                        + "\" and no line that ends the block before another begins");
            }
            ended = true;
        } else if (inHeaders && (line.isEmpty() || line.indexOf(':') > 0)) {
            inHeaders = !line.isEmpty();
        } else if (!line.startsWith("=")) {
            inHeaders = false;
            base64.append(line);
        }
    }

    /** Whether the line that ends the block was seen. */
    boolean ended() {
        return ended;
    }

    /**
     * What was in the armor.
     *
     * @throws IncompleteReportException when the block has no end or is not base64
     */
    byte[] content() throws IncompleteReportException {
        if (!ended) {
            throw new IncompleteReportException(
                    "has no line \"" + DASHES + "END " + block + DASHES + "\": it is cut off");
        }
        try {
            return Base64.getDecoder().decode(base64.toString());
        } catch (IllegalArgumentException e) {
            throw new IncompleteReportException("has a " + block + " that is not base64");
        }
    }
}
