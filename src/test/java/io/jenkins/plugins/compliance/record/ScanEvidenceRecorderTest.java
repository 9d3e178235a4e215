package io.jenkins.plugins.compliance.record;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.TaskListener;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.finding.SourceRoot;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution;
import io.jenkins.plugins.compliance.engine.scan.ToolPresets;
import io.jenkins.plugins.compliance.record.archive.ArchivedFile;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ScanEvidenceRecorderTest {
    private static final Instant STARTED = Instant.parse("2026-11-01T10:00:00.123456Z");

    @TempDir
    private Path folder;

    @Test
    void whoeverWasCutShortRecordsNothingTwice(JenkinsRule jenkins) throws Exception {
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject());
        ScanEvidenceRecorder.Observed first = observed("shellcheck", "{\"comments\":[]}", 0, STARTED);
        ScanEvidenceRecorder.Observed second = observed("gitleaks", "[]", 0, STARTED.plusSeconds(1));
        ScanEvidenceRecorder.Observed again = observed("shellcheck", "{\"comments\":[]}", 0, STARTED.plusSeconds(60));

        List<Evidence> half = record(build, first);
        List<Evidence> whole = record(build, first, second);
        List<Evidence> same = record(build, first, second);

        assertThat(whole).hasSize(2).startsWith(half.get(0));
        assertThat(same).isEqualTo(whole);
        assertThat(ledger(build)).containsExactly("plan", "scan-shellcheck", "scan-gitleaks");
        assertThat(ComplianceRunAction.of(build).getFiles())
                .extracting(ArchivedFile::getPath)
                .isNotEmpty()
                .doesNotHaveDuplicates();

        record(build, again);

        assertThat(ledger(build)).containsExactly("plan", "scan-shellcheck", "scan-gitleaks", "scan-shellcheck");
    }

    private static List<Evidence> record(FreeStyleBuild build, ScanEvidenceRecorder.Observed... runs) throws Exception {
        return new ScanEvidenceRecorder(
                        build,
                        "",
                        Keys.get().signing(),
                        Keys.get().trusted(),
                        Tags.NONE,
                        Limits.DEFAULTS,
                        TaskListener.NULL)
                .record(
                        STARTED,
                        List.of(new Fact.PlannedTool("shellcheck", "sast", true, null)),
                        List.of(runs),
                        SourceRoot.UNKNOWN);
    }

    private ScanEvidenceRecorder.Observed observed(String id, String report, int exitCode, Instant started)
            throws Exception {
        ScanTool tool = ToolPresets.all().get(id).orElseThrow();
        Path file = Files.writeString(folder.resolve(id + ".json"), report);
        return new ScanEvidenceRecorder.Observed(
                new ScanPlan.PlannedScan(tool, List.of(), List.of("a.sh")),
                new ToolExecution(
                        id,
                        ToolExecution.End.EXITED,
                        exitCode,
                        started,
                        started.plusSeconds(2),
                        "1.0",
                        file,
                        null,
                        null),
                null);
    }

    private static List<String> ledger(FreeStyleBuild build) throws Exception {
        return JobLedger.of(build.getParent()).evidence(Keys.get().trusted()).stream()
                .map(Evidence::name)
                .toList();
    }
}
