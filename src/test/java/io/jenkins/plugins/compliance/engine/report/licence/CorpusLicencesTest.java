package io.jenkins.plugins.compliance.engine.report.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import io.jenkins.plugins.compliance.engine.report.ReportSink;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.finding.Component;
import io.jenkins.plugins.compliance.engine.report.licence.LicenceAnswer.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What real bills of materials state is understood, but for little. */
class CorpusLicencesTest {
    @Test
    void hardlyALicenceOfRealBillsIsUnknown() throws IOException {
        Path corpus = Path.of(System.getProperty("compliance.corpus", "absent")).resolve("cyclonedx");
        assumeTrue(Files.isDirectory(corpus), "the corpus is not here: " + corpus);
        List<Component> components = new ArrayList<>();
        try (Stream<Path> files = Files.list(corpus)) {
            for (Path file : files.toList()) {
                ReportSink sink = new ReportSink() {
                    @Override
                    public void component(Component component) {
                        components.add(component);
                    }
                };
                ReportReaders.standard().read(ReportSource.ofFile(file), null, sink, Limits.DEFAULTS);
            }
        }
        LicenceRules rules = new LicenceRules(List.of("AGPL-*", "SSPL-1.0"), List.of());
        Map<String, Integer> unknown = new HashMap<>();
        int stated = 0;
        for (Component component : components) {
            stated += component.licences().isEmpty() ? 0 : 1;
            LicenceAnswer answer = rules.answer(component.licences());
            assertThat(answer.verdict()).as(component.toString()).isNotEqualTo(Verdict.DENIED);
            if (answer.verdict() == Verdict.UNKNOWN) {
                unknown.merge(answer.because(), 1, Integer::sum);
            }
        }
        int untold = unknown.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(stated).isGreaterThan(10_000);
        assertThat(untold).as("of " + stated + " unknown: " + unknown).isLessThan(stated / 500);
    }
}
