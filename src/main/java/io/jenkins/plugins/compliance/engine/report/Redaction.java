package io.jenkins.plugins.compliance.engine.report;

import java.util.regex.Pattern;

/**
 * Takes secrets out of texts of reports before they are kept anywhere. Scanners for secrets put the secret that they found into
 * their messages; evidence must not spread it further.
 */
public final class Redaction {
    private static final String MASK = "[redacted]";
    private static final Pattern PRIVATE_KEY = Pattern.compile(
            "-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----.*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)", Pattern.DOTALL);
    private static final Pattern URL_PASSWORD = Pattern.compile("(?<=://)[^\\s/:@]{1,256}:[^\\s/@]{1,256}(?=@)");

    private Redaction() {}

    /** The text without secrets. */
    public static String of(String text) {
        String clean = text;
        if (clean.contains("PRIVATE KEY-----")) {
            clean = PRIVATE_KEY.matcher(clean).replaceAll(MASK);
        }
        if (clean.contains("://")) {
            clean = URL_PASSWORD.matcher(clean).replaceAll(MASK);
        }
        return clean;
    }

    /** The finding without secrets in what is shown of it, with its weaknesses and its fingerprint. */
    static Finding of(Finding finding, java.util.List<CweClaim> weaknesses, String fingerprint) {
        String title = finding.title();
        return new Finding(
                finding.tool(),
                finding.rule(),
                title == null ? null : of(title),
                of(finding.message()),
                finding.severity(),
                finding.score(),
                finding.place(),
                weaknesses,
                finding.advisories(),
                finding.component(),
                finding.fixedIn(),
                finding.help(),
                finding.state(),
                fingerprint);
    }

    /** The test case without secrets in its message. */
    static TestCase of(TestCase testCase) {
        return testCase.message() == null
                ? testCase
                : new TestCase(
                        testCase.suite(),
                        testCase.className(),
                        testCase.name(),
                        testCase.result(),
                        testCase.seconds(),
                        of(testCase.message()));
    }
}
