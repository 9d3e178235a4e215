package io.jenkins.plugins.compliance.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.compare.InWords;
import io.jenkins.plugins.compliance.record.clock.MomentText;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Findings exceed the thresholds.|Die Befunde überschreiten die Grenzen.
                    bandit: 1 high findings, at most 0 allowed|bandit: Befunde, hoch: 1, höchstens 0 erlaubt
                    pmd: ran, 5 findings, within thresholds|pmd: gelaufen, Befunde: 5, in den Grenzen
                    No bill of materials was ever recorded.|Nie aufgezeichnet: Stückliste.
                    Waived; without the waiver it is not-satisfied. Findings exceed the thresholds.|Ausgenommen; ohne die Ausnahme wäre das Ergebnis: nicht erfüllt. Die Befunde überschreiten die Grenzen.
                    SpotBugs 4.9.8 (sast) ran for 3 min, exit code 1 (findings)|SpotBugs 4.9.8 (sast) lief 3 min, Exit-Code 1 (Befunde)
                    evidence 59 is of build 7, not of build 6, and the cadence is every-build|Nachweis 59 ist von Build 7, nicht von Build 6; verlangt ist er mit jedem Build
                    The policy's own words|The policy's own words
                    """)
    void knownSentencesAreSaidInGerman(String english, String german) {
        assertThat(Sentences.of(english, "de")).isEqualTo(german);
    }

    @Test
    void otherLanguagesKeepTheSentence() {
        assertThat(Sentences.of("Findings exceed the thresholds.", "en")).isEqualTo("Findings exceed the thresholds.");
        assertThat(Sentences.of("Findings exceed the thresholds.", "../de"))
                .isEqualTo("Findings exceed the thresholds.");
    }

    @Test
    void momentsAreWrittenAsEverywhereOnThePages() {
        String due =
                "evidence 3 was observed 2026-11-22T09:13:39.123456789Z; with the cadence P90D the next was due 2027-02-20T09:13:39Z";
        String words = new MomentText(Instant.parse("2026-11-22T09:13:39Z")).words();
        String next = new MomentText(Instant.parse("2027-02-20T09:13:39Z")).words();

        assertThat(words).contains("2026").doesNotContain("T09");
        assertThat(Sentences.of(due, "en"))
                .isEqualTo("evidence 3 was observed " + words + "; with the cadence P90D the next was due " + next);
        assertThat(Sentences.of(due, "de"))
                .contains("am " + words + " beobachtet")
                .contains("am " + next);
        assertThat(Sentences.of("seen 2026-99-39T09:13Z or X2026-11-22T09:13:39Z", "en"))
                .isEqualTo("seen 2026-99-39T09:13Z or X2026-11-22T09:13:39Z");
    }

    @Test
    void eachTemplateKnowsItsOwnSentenceAndLosesNothing() {
        for (Sentences.Template template : Sentences.templates("de")) {
            int places = template.english().size() - 1;
            StringBuilder sentence = new StringBuilder(template.english().get(0));
            IntStream.range(0, places)
                    .forEach(i -> sentence.append("«" + i + "»")
                            .append(template.english().get(i + 1)));

            String german = Sentences.of(sentence.toString(), "de");

            assertThat(german).doesNotContain("{").isNotEqualTo(places == 0 ? "" : sentence.toString());
            IntStream.range(0, places)
                    .forEach(i -> assertThat(german).as(sentence.toString()).contains("«" + i + "»"));
        }
    }

    @Test
    void whatChecksAskForIsSaidInGerman() {
        Check attestation = new Check.Attestation("pen-test", List.of(), Period.ofYears(1));

        assertThat(Sentences.of(InWords.check(attestation), "de"))
                .isEqualTo("jemand hat pen-test bescheinigt, vor höchstens 1 Jahr");
        assertThat(Sentences.of(InWords.cadence(new Cadence.EveryBuild()), "de"))
                .isEqualTo("mit jedem Build");
    }
}
