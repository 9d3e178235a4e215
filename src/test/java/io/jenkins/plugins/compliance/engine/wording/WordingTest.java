package io.jenkins.plugins.compliance.engine.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.jenkins.plugins.compliance.engine.assess.OutcomeReason;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    private static final Wording GERMAN = Wording.of(Locale.GERMANY, moment -> "am Tag " + moment.getEpochSecond());

    private static final List<PhraseCode> CODES = found();

    /** Every code that there is, wherever it is: a new enum of them is found by itself. */
    static List<PhraseCode> codes() {
        return CODES;
    }

    private static List<PhraseCode> found() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.jenkins.plugins.compliance")
                        .stream()
                        .filter(each -> each.isEnum() && each.isAssignableTo(PhraseCode.class))
                        .map(JavaClass::reflect)
                        .flatMap(each -> Arrays.stream(each.getEnumConstants()))
                        .map(PhraseCode.class::cast)
                        .toList();
    }

    @Test
    void codesAreUnique() {
        List<String> ids = codes().stream().map(PhraseCode::id).toList();

        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"phrases.properties", "phrases_de.properties"})
    void eachLanguageHasWordsForEachCodeAndSaysAllOfIt(String file) {
        Map<String, Template> templates = Wording.templates(file);

        for (PhraseCode code : codes()) {
            Template template = templates.get(code.id());
            assertThat(template).as("%s in %s", code.id(), file).isNotNull();
            assertThat(template.names())
                    .as("what %s names in %s", code.id(), file)
                    .isEqualTo(code.parameters().stream().map(Parameter::name).collect(Collectors.toSet()));
        }
        Set<String> unknown = new TreeSet<>(templates.keySet());
        codes().forEach(code -> unknown.remove(code.id()));
        unknown.removeIf(id -> id.startsWith("term."));
        assertThat(unknown).as("words in %s for what nobody says", file).isEmpty();
    }

    @Test
    void germanIsNotEnglish() {
        Map<String, Template> english = Wording.templates("phrases.properties");
        Map<String, Template> german = Wording.templates("phrases_de.properties");
        Set<String> alike = new HashSet<>();
        for (PhraseCode code : codes()) {
            String words = english.get(code.id()).text();
            if (words.matches(".*[A-Za-z]{3}.*")
                    && words.equals(german.get(code.id()).text())) {
                alike.add(code.id());
            }
        }

        assertThat(alike).isEmpty();
    }

    @Test
    void numbersHaveTheirNoun() {
        assertThat(Phrase.of(OutcomeReason.WITHIN_THRESHOLDS, 1L)).hasToString("ran, 1 finding, within thresholds");
        assertThat(Phrase.of(OutcomeReason.WITHIN_THRESHOLDS, 0)).hasToString("ran, 0 findings, within thresholds");
        assertThat(GERMAN.of(Phrase.of(OutcomeReason.WITHIN_THRESHOLDS, 1)))
                .isEqualTo("gelaufen, 1 Befund, in den Grenzen");
    }

    @Test
    void whatIsNotSaidLeavesNoTrace() {
        LocalDate day = LocalDate.of(2026, 1, 2);
        assertThat(Phrase.of(OutcomeReason.ATTESTATION_VALIDITY, day, "acme", null))
                .hasToString("issued 2026-01-02 by acme");
        assertThat(Phrase.of(OutcomeReason.ATTESTATION_VALIDITY, day, "acme", day.plusDays(1)))
                .hasToString("issued 2026-01-02 by acme, expires 2026-01-03");
        assertThat(Phrase.of(OutcomeReason.FEW_APPROVERS, 0, List.of(), 2, List.of()))
                .hasToString("0 approvers, at least 2 expected");
    }

    @Test
    void termsMomentsAndPhrasesAreSaidInTheLanguageToo() {
        Phrase failed = RunReason.NO_REPORT.of(RunReason.PROGRAM_NOT_FOUND.of("pmd"));
        Phrase old = RunReason.REPORT_TOO_OLD.of(Instant.EPOCH, Instant.ofEpochSecond(5));

        assertThat(GERMAN.of(failed))
                .isEqualTo("Es hat keinen Bericht hinterlassen: das Programm pmd wurde nicht gefunden.");
        assertThat(GERMAN.of(old)).contains("am Tag 0").contains("am Tag 5");
        assertThat(old)
                .hasToString("Its report was written at 1970-01-01T00:00:00Z, before it was started at "
                        + "1970-01-01T00:00:05Z.");
        assertThat(GERMAN.term("not-satisfied")).isEqualTo("nicht erfüllt");
        assertThat(Wording.ENGLISH.term("not-satisfied")).isEqualTo("not-satisfied");
    }

    @Test
    void otherLanguagesGetEnglish() {
        Phrase said = RunReason.REPORT_EMPTY.of();
        for (Locale locale : List.of(Locale.FRENCH, Locale.ROOT, Locale.forLanguageTag("xx"))) {
            assertThat(Wording.of(locale, Instant::toString).of(said)).isEqualTo("Its report is empty.");
        }
    }

    @Test
    void textFromOutsideIsNoTemplate() {
        assertThat(RunReason.PRINTED.of("{line} [x] {found|a|b}")).hasToString("It printed: {line} [x] {found|a|b}");
    }

    @Test
    void argumentsMustBeThoseThatTheCodeAsksFor() {
        assertThatThrownBy(() -> Phrase.of(OutcomeReason.WITHIN_THRESHOLDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("within-thresholds takes 1 arguments, not 0");
        assertThatThrownBy(() -> Phrase.of(OutcomeReason.WITHIN_THRESHOLDS, "three"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("within-thresholds takes no Text");
        assertThatThrownBy(() -> Phrase.of(OutcomeReason.WITHIN_THRESHOLDS, 0.5))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
