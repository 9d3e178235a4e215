package io.jenkins.plugins.compliance.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.compare.InWords;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import io.jenkins.plugins.compliance.record.clock.MomentText;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.jvnet.localizer.LocaleProvider;

class PageWordingTest {
    @Test
    void whatTheEngineSaysIsSaidInTheReadersLanguage() {
        assertThat(in(Locale.GERMAN, () -> PageWording.of(RunReason.REPORT_EMPTY.of())))
                .isEqualTo("Sein Bericht ist leer.");
        assertThat(in(Locale.ENGLISH, () -> PageWording.of(RunReason.REPORT_EMPTY.of())))
                .isEqualTo("Its report is empty.");
        assertThat(in(Locale.GERMAN, () -> PageWording.term("not-satisfied"))).isEqualTo("nicht erfüllt");
    }

    @Test
    void momentsAreWrittenAsEverywhereOnThePages() {
        Instant moment = Instant.parse("2026-11-22T09:13:39.123456789Z");
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            String words = in(locale, () -> new MomentText(moment).words());
            String said = in(locale, () -> PageWording.of(RunReason.REPORT_TOO_OLD.of(moment, moment.plusSeconds(90))));

            assertThat(said).contains(words).doesNotContain("T09");
        }
    }

    @Test
    void whatChecksAskForIsSaidInGerman() {
        Check attestation = new Check.Attestation("pen-test", List.of(), Period.ofYears(1));

        assertThat(in(Locale.GERMAN, () -> PageWording.of(InWords.check(attestation))))
                .isEqualTo("jemand hat pen-test bescheinigt, und das ist höchstens 1 Jahr alt");
        assertThat(in(Locale.GERMAN, () -> PageWording.of(InWords.cadence(new Cadence.EveryBuild()))))
                .isEqualTo("mit jedem Build");
        assertThat(in(
                        Locale.GERMAN,
                        () -> PageWording.of(InWords.cadence(new Cadence.Every(Period.ofDays(90), "P90D")))))
                .isEqualTo("alle 90 Tage");
    }

    private static String in(Locale locale, Supplier<String> said) {
        LocaleProvider before = LocaleProvider.getProvider();
        LocaleProvider.setProvider(new LocaleProvider() {
            @Override
            public Locale get() {
                return locale;
            }
        });
        try {
            return said.get();
        } finally {
            LocaleProvider.setProvider(before);
        }
    }
}
