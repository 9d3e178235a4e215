package io.jenkins.plugins.compliance.engine.report.finding;

import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
    @Test
    void hasThirtyTwoHexadecimalDigits() {
        assertThat(first(finding("rule", "a.c", 1, "message"))).matches("[0-9a-f]{32}");
    }

    @Test
    void survivesMovedLines() {
        assertThat(first(finding("rule", "a.c", 10, "unused, see line 12 column 4")))
                .isEqualTo(first(finding("rule", "a.c", 99, "unused, see line 101 column 17")));
    }

    @Test
    void differsByRuleAndPathAndMessage() {
        assertThat(Set.of(
                        first(finding("rule", "a.c", 1, "m")),
                        first(finding("rule2", "a.c", 1, "m")),
                        first(finding("rule", "b.c", 1, "m")),
                        first(finding("rule", "a.c", 1, "n"))))
                .hasSize(4);
    }

    @Test
    void alikeFindingsAreNumbered() {
        Fingerprints fingerprints = new Fingerprints();
        Finding finding = finding("rule", "a.c", 1, "m");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            seen.add(fingerprints.next(finding, FindingIdentity.NONE));
        }
        assertThat(seen).hasSize(1000);
    }

    @Test
    void alikeFindingsAreNumberedAcrossThousandsOfOthers() {
        Fingerprints fingerprints = new Fingerprints();
        Finding finding = finding("rule", "a.c", 1, "m");
        String before = fingerprints.next(finding, FindingIdentity.NONE);
        for (int i = 0; i < 2000; i++) {
            fingerprints.next(finding("rule", "x" + i, 1, "m"), FindingIdentity.NONE);
        }
        assertThat(fingerprints.next(finding, FindingIdentity.NONE)).isNotEqualTo(before);
    }

    @Test
    void aStatedIdentityHoldsWhenTheFileMoves() {
        FindingIdentity identity = FindingIdentity.stated("5f3a");
        assertThat(new Fingerprints().next(finding("rule", "a.c", 1, "m"), identity))
                .isEqualTo(new Fingerprints().next(finding("rule", "b.c", 7, "other"), identity));
    }

    @Test
    void aHashOfTheLineHoldsWithinItsFile() {
        FindingIdentity identity = FindingIdentity.partial("5f3a:1");
        String original = new Fingerprints().next(finding("rule", "a.c", 1, "m"), identity);
        assertThat(new Fingerprints().next(finding("rule", "a.c", 7, "reworded"), identity))
                .isEqualTo(original);
        assertThat(new Fingerprints().next(finding("rule", "b.c", 1, "m"), identity))
                .isNotEqualTo(original);
    }

    @Test
    void quotedCodeCountsWithoutItsWhiteSpace() {
        Finding finding = finding("rule", "a.c", 1, "m");
        String original = new Fingerprints().next(finding, FindingIdentity.context("  strcpy(a,\tb);\n"));
        assertThat(new Fingerprints().next(finding, FindingIdentity.context("strcpy(a, b);")))
                .isEqualTo(original);
        assertThat(new Fingerprints().next(finding, FindingIdentity.context("strcpy(a, c);")))
                .isNotEqualTo(original);
    }

    @Test
    void theVersionOfAComponentDoesNotCount() {
        assertThat(first(component("pkg:npm/%40scope/x@1.0.0")))
                .isEqualTo(first(component("pkg:npm/%40scope/x@1.2.0")));
        assertThat(first(component("pkg:npm/x@1.0.0"))).isNotEqualTo(first(component("pkg:npm/y@1.0.0")));
    }

    private static String first(Finding finding) {
        return new Fingerprints().next(finding, FindingIdentity.NONE);
    }

    private static Finding component(String component) {
        return finding("CVE-2020-1", "pom.xml", 0, "flaw", component);
    }

    private static Finding finding(String rule, String path, int line, String message) {
        return finding(rule, path, line, message, null);
    }

    private static Finding finding(String rule, String path, int line, String message, @CheckForNull String component) {
        return new Finding(
                "tool",
                rule,
                null,
                message,
                Severity.HIGH,
                null,
                new Place(path, line, 0, 0, null),
                List.of(),
                List.of(),
                component,
                null,
                null,
                Finding.State.FAILURE,
                "");
    }
}
