package io.jenkins.plugins.compliance.engine.report.disclosure;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.finding.FindingBuilder;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Locale;

/** The fields of one {@code security.txt} and what RFC 9116 asks of them. Confined to one thread. */
final class SecurityTxtFields {
    static final String TOOL = "security-txt";

    private static final String FILE = ".well-known/security.txt";
    private static final String HELP = "https://www.rfc-editor.org/rfc/rfc9116#section-";

    private final ReportCollector collector;
    private long known;
    private int contacts;
    private int encryptions;
    private int canonicals;
    private int policies;
    private int expires;
    private int languages;
    private boolean unsignedSeen;

    SecurityTxtFields(ReportCollector collector) {
        this.collector = collector;
    }

    /** Whether a known field was seen. */
    boolean any() {
        return known > 0;
    }

    /** Takes a line: a field, a comment or nothing. */
    void line(int number, String line) throws IOException {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        int colon = line.indexOf(':');
        if (colon < 1 || !isName(line, colon)) {
            defect("line-form", Severity.MEDIUM, number, "This line is neither a field nor a comment.", "2.2");
            return;
        }
        field(
                number,
                line.substring(0, colon).toLowerCase(Locale.ROOT),
                line.substring(colon + 1).strip());
    }

    /** A line after the end of the signature, which nobody signed. */
    void unsigned(int number, String line) throws IOException {
        if (!line.isBlank() && !unsignedSeen) {
            unsignedSeen = true;
            defect(
                    "text-unsigned",
                    Severity.MEDIUM,
                    number,
                    "There is text after the signature; it is passed over.",
                    "2.3");
        }
    }

    private static boolean isName(String line, int end) {
        for (int i = 0; i < end; i++) {
            char c = line.charAt(i);
            if (c <= ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private void field(int number, String name, String value) throws IOException {
        known++;
        switch (name) {
            case "contact" -> {
                contacts++;
                contact(number, value);
            }
            case "expires" -> expires(number, value);
            case "encryption" -> {
                encryptions++;
                link(number, "encryption-form", "Encryption", value, "2.5.4");
            }
            case "canonical" -> {
                canonicals++;
                link(number, "canonical-form", "Canonical", value, "2.5.2");
            }
            case "policy" -> {
                policies++;
                link(number, "link-form", "Policy", value, "2.5.7");
            }
            case "preferred-languages" -> {
                if (++languages == 2) {
                    defect("languages-twice", Severity.LOW, number, "Preferred-Languages stands twice.", "2.5.8");
                }
            }
            case "acknowledgments" -> link(number, "link-form", "Acknowledgments", value, "2.5.1");
            case "hiring" -> link(number, "link-form", "Hiring", value, "2.5.6");
            case "csaf" -> link(number, "link-form", "CSAF", value, "2.4");
            default -> known--; // an extension, which readers are told to pass over
        }
    }

    private void contact(int number, String value) throws IOException {
        String scheme = scheme(value);
        if (scheme == null || scheme.equals("http")) {
            defect(
                    "contact-form",
                    Severity.MEDIUM,
                    number,
                    "Contact is no URI such as mailto:, tel: or https:, by which one could be told of a flaw.",
                    "2.5.3");
        }
    }

    private void expires(int number, String value) throws IOException {
        if (++expires > 1) {
            defect(
                    "expires-twice",
                    Severity.HIGH,
                    number,
                    "Expires stands twice: nobody can tell which holds.",
                    "2.5.5");
        }
        try {
            collector.validUntil(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeException e) {
            defect(
                    "expires-form",
                    Severity.HIGH,
                    number,
                    "Expires is no moment such as 2027-01-31T12:00:00Z (RFC 3339).",
                    "2.5.5");
        }
    }

    /** A link of the web must be secured; other schemes, such as {@code openpgp4fpr:} and {@code dns:}, may be used. */
    private void link(int number, String rule, String name, String value, String section) throws IOException {
        String scheme = scheme(value);
        if (scheme == null || scheme.equals("http")) {
            defect(rule, Severity.MEDIUM, number, name + " is no URI, or one of http: and not of https:.", section);
        }
    }

    private static @CheckForNull String scheme(String value) {
        try {
            String scheme = new URI(value).getScheme();
            return scheme == null ? null : scheme.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /**
     * Says what is not there.
     *
     * @param signed whether the file is signed
     * @return how many fields there were that RFC 9116 names
     */
    long finish(boolean signed) throws IOException {
        if (known == 0) {
            return 0;
        }
        absent(contacts, "contact-missing", Severity.HIGH, "There is no Contact.", "2.5.3");
        absent(expires, "expires-missing", Severity.HIGH, "There is no Expires.", "2.5.5");
        absent(
                encryptions,
                "encryption-missing",
                Severity.LOW,
                "There is no Encryption: whoever reports a flaw can't send it in confidence.",
                "2.5.4");
        absent(
                canonicals,
                "canonical-missing",
                signed ? Severity.LOW : Severity.INFO,
                "There is no Canonical" + (signed ? ", so the signature can be moved to another site." : "."),
                "2.5.2");
        absent(policies, "policy-missing", Severity.INFO, "There is no Policy that says what is allowed.", "2.5.7");
        absent(signed ? 1 : 0, "signature-missing", Severity.INFO, "It is not signed.", "2.3");
        return known;
    }

    private void absent(int count, String rule, Severity severity, String message, String section) throws IOException {
        if (count == 0) {
            defect(rule, severity, 0, message, section);
        }
    }

    private void defect(String rule, Severity severity, int line, String message, String section) throws IOException {
        collector.finding(new FindingBuilder(TOOL, rule)
                .message(message)
                .severity(severity)
                .place(FILE, line, 0, 0, null)
                .help(HELP + section)
                .build());
    }
}
