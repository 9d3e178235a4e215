package io.jenkins.plugins.compliance.engine.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.report.DetailsWriter;
import io.jenkins.plugins.compliance.engine.report.ReportSink;
import io.jenkins.plugins.compliance.engine.report.ReportSummary.ComponentCounts;
import io.jenkins.plugins.compliance.engine.report.ReportSummary.TestCounts;
import io.jenkins.plugins.compliance.engine.report.finding.Component;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDetailsSourceTest {
    private static final Component COMPONENT =
            new Component("library", "org.example", "ledger", "1.0", null, List.of("MIT"), true, null);

    @TempDir
    private Path folder;

    private final List<Component> seen = new ArrayList<>();
    private final ReportSink sink = new ReportSink() {
        @Override
        public void component(Component component) {
            seen.add(component);
        }
    };

    private void read(@CheckForNull ReportFact.Details details) throws IOException {
        ReportFact report = new ReportFact(
                null,
                "cyclonedx",
                10,
                "1".repeat(64),
                true,
                1,
                0,
                Tally.EMPTY,
                ComponentCounts.NONE,
                TestCounts.NONE,
                List.of(),
                details);
        Fact fact = new Fact.Document(EvidenceKind.SBOM, null, null, true, List.of());
        Evidence evidence = Given.evidence(7, "1", Given.NOON, fact, report);
        new FolderDetailsSource(folder).read(evidence, report, sink);
    }

    @Test
    void theElementsOfAReportComeBackFromItsFolder() throws IOException {
        Path files = Files.createDirectories(folder.resolve("files"));
        try (OutputStream out = Files.newOutputStream(files.resolve("000007.jsonl"));
                DetailsWriter writer = new DetailsWriter(out)) {
            writer.component(COMPONENT);
        }
        read(new ReportFact.Details("000007.jsonl", 1, "f".repeat(64)));
        assertThat(seen).containsExactly(COMPONENT);
    }

    @Test
    void elementsThatWereNeverKeptOrAreGoneAreNamed() {
        assertThatThrownBy(() -> read(null))
                .isInstanceOf(IOException.class)
                .hasMessage("the elements of the cyclonedx report of evidence 7 are not kept");
        assertThatThrownBy(() -> read(new ReportFact.Details("000007.jsonl", 1, "f".repeat(64))))
                .isInstanceOf(IOException.class)
                .hasMessage("the elements of the cyclonedx report of evidence 7 are gone: 000007.jsonl is not there");
        assertThat(seen).isEmpty();
    }
}
