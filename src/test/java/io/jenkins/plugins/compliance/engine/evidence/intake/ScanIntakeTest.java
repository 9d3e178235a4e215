package io.jenkins.plugins.compliance.engine.evidence.intake;

import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.Sha256;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ScannedPart;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Ledger;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerLayout;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Samples;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verdict;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan.PlannedScan;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import io.jenkins.plugins.compliance.engine.scan.ToolDigest;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution.End;
import io.jenkins.plugins.compliance.engine.scan.ToolPresets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanIntakeTest {
    private static final Instant START = Samples.START;
    private static final String SHELL_REPORT = """
            {"comments":[{"file":"a.sh","line":3,"endLine":3,"column":1,"endColumn":2,"level":"error","code":2068,
            "message":"Double quote array expansions.\\nhttps://user:pass-word@example.org/","fix":null}]}
            """;

    @TempDir
    Path folder;

    private int build = 1;

    @TempDir
    Path work;

    @Test
    void planRunsAndAbsentToolsLeaveTheirTrace() throws IOException {
        PlannedScan shellcheck = planned("shellcheck");
        PlannedScan bandit = planned("bandit");
        ScanPlan plan = new ScanPlan(List.of(bandit, shellcheck), List.of(), List.of());
        List<ToolExecution> executions = List.of(
                ran("shellcheck", 1, report("shell.json", SHELL_REPORT)),
                new ToolExecution(
                        "bandit",
                        End.ABSENT,
                        0,
                        START,
                        START,
                        null,
                        null,
                        null,
                        RunReason.PROGRAM_NOT_FOUND.of("bandit")));

        List<Evidence> entries = record(recorder -> recorder.record(plan, executions, START));

        assertThat(entries).extracting(Evidence::name).containsExactly("plan", "scan-shellcheck");
        assertThat(((Fact.Plan) entries.get(0).fact()).tools())
                .containsExactly(
                        new Fact.PlannedTool("bandit", "sast", false, RunReason.PROGRAM_NOT_FOUND.of("bandit")),
                        new Fact.PlannedTool("shellcheck", "sast", true, null));
        Fact.Scan scan = (Fact.Scan) entries.get(1).fact();
        assertThat(scan.counts()).isTrue();
        assertThat(scan.meaning()).isEqualTo("findings");
        assertThat(scan.definition()).isEqualTo(ToolDigest.of(shellcheck.tool()));
        ReportFact report = entries.get(1).reports().get(0);
        assertThat(report.file()).isEqualTo("000002-shellcheck.json");
        assertThat(report.results()).isEqualTo(1);
        assertThat(report.tally().total()).isEqualTo(1);
        assertThat(folder.resolve("files/000002-shellcheck.json")).hasContent(SHELL_REPORT);
        assertThat(folder.resolve("files/000002-shellcheck.details.jsonl"))
                .content()
                .contains("SC2068")
                .doesNotContain("pass-word");
        assertThat(Samples.verify(folder, KEY).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void runThatDoesNotCountIsRecordedWithItsReasons() throws IOException {
        Path old = report("old.json", "{\"comments\":[]}");
        Files.setLastModifiedTime(old, FileTime.from(START.minusSeconds(600)));

        Evidence left = recordOne("shellcheck", ran("shellcheck", 0, old));
        Evidence none = recordOne("shellcheck", ran("shellcheck", 2, null));
        Evidence killed = recordOne(
                "shellcheck",
                new ToolExecution("shellcheck", End.TIMED_OUT, 0, START, START.plusSeconds(9), null, null, null, null));

        assertThat(scan(left).reasons())
                .extracting(Object::toString)
                .singleElement()
                .asString()
                .contains("before it was started");
        assertThat(scan(none).reasons())
                .extracting(Object::toString)
                .containsExactly("It failed: exit code 2.", "It left no report.");
        assertThat(scan(killed).end()).isEqualTo("timed_out");
        assertThat(scan(killed).counts()).isFalse();
    }

    @Test
    void reportThatMayHoldSecretsIsDigestedAndNotKept() throws IOException {
        Path report = report("leaks.json", """
                [{"RuleID":"generic","Description":"A key","File":"a.txt","StartLine":1,"EndLine":1,"StartColumn":1,
                "EndColumn":2,"Match":"key = s3cr3tvalue","Secret":"s3cr3tvalue","Fingerprint":"a.txt:generic:1"}]
                """);

        Evidence entry = recordOne("gitleaks", ran("gitleaks", 10, report));

        ReportFact fact = entry.reports().get(0);
        assertThat(fact.file()).isNull();
        assertThat(fact.size()).isEqualTo(Files.size(report));
        assertThat(fact.sha256()).isEqualTo(Sha256.hex(Files.readAllBytes(report)));
        assertThat(fact.tally().total()).isEqualTo(1);
        try (var files = Files.list(folder.resolve("files"))) {
            assertThat(files).allSatisfy(file -> assertThat(file).content().doesNotContain("s3cr3tvalue"));
        }
    }

    @Test
    void findingsAreNewOrOutstandingAgainstTheLastRunThatCounts() throws IOException {
        recordOne("shellcheck", ran("shellcheck", 1, report("first.json", SHELL_REPORT)));
        build = 2;
        recordOne("shellcheck", ran("shellcheck", 2, null));
        String second = SHELL_REPORT.replace(
                "\"comments\":[",
                "\"comments\":[{\"file\":\"b.sh\",\"line\":1,\"endLine\":1,\"column\":1,\"endColumn\":2,\"level\":\"warning\","
                        + "\"code\":2034,\"message\":\"x appears unused.\",\"fix\":null},");

        Evidence entry = recordOne("shellcheck", ran("shellcheck", 1, report("second.json", second)));

        assertThat(entry.reports().get(0).tally().cells())
                .extracting(Tally.Cell::age)
                .containsExactlyInAnyOrder(Tally.Age.OUTSTANDING, Tally.Age.NEW);
        build = 3;
        Files.writeString(folder.resolve("files/000001-shellcheck.details.jsonl"), "{}\n");
        Files.writeString(folder.resolve("files/000003-shellcheck.details.jsonl"), "{}\n");
        Evidence after = recordOne("shellcheck", ran("shellcheck", 1, report("third.json", second)));
        assertThat(after.reports().get(0).tally().cells())
                .extracting(Tally.Cell::age)
                .containsOnly(Tally.Age.UNKNOWN);
    }

    @Test
    void findingsAreComparedWithTheSameDirectoryInBuildsBefore() throws IOException {
        ScannedPart part = new ScannedPart("scripts", 1, 4);
        recordOne("shellcheck", ran("shellcheck", 1, report("first.json", SHELL_REPORT)), part);
        Evidence again = recordOne("shellcheck", ran("shellcheck", 1, report("again.json", SHELL_REPORT)), part);
        build = 2;
        Evidence elsewhere = recordOne("shellcheck", ran("shellcheck", 1, report("whole.json", SHELL_REPORT)));
        Evidence next = recordOne("shellcheck", ran("shellcheck", 1, report("next.json", SHELL_REPORT)), part);

        assertThat(scan(next).part()).isEqualTo(part);
        assertThat(ages(again)).as("a run of the same build").containsOnly(Tally.Age.UNKNOWN);
        assertThat(ages(elsewhere)).as("another directory").containsOnly(Tally.Age.UNKNOWN);
        assertThat(ages(next)).containsOnly(Tally.Age.OUTSTANDING);
    }

    private static List<Tally.Age> ages(Evidence entry) {
        return entry.reports().get(0).tally().cells().stream()
                .map(Tally.Cell::age)
                .toList();
    }

    @Test
    void truncatedReportIsKeptAsItIsAndDoesNotCount() throws IOException {
        Evidence entry =
                recordOne("shellcheck", ran("shellcheck", 1, report("cut.json", SHELL_REPORT.substring(0, 150))));

        assertThat(scan(entry).counts()).isFalse();
        assertThat(scan(entry).reasons())
                .extracting(Object::toString)
                .anySatisfy(reason -> assertThat(reason).contains("incomplete"));
        assertThat(entry.reports().get(0).complete()).isFalse();
        assertThat(entry.reports().get(0).file()).isNotNull();
    }

    @Test
    void plannedToolOfWhichNothingIsKnownIsRefusedBeforeAnythingIsRecorded() {
        ScanPlan plan = new ScanPlan(List.of(planned("bandit")), List.of(), List.of());

        assertThatThrownBy(() -> record(recorder -> recorder.record(plan, List.of(), START)))
                .hasMessageContaining("bandit");
        assertThat(Samples.verify(folder, KEY).evidence()).isEmpty();
    }

    private static Fact.Scan scan(Evidence entry) {
        return (Fact.Scan) entry.fact();
    }

    private Evidence recordOne(String tool, ToolExecution execution) throws IOException {
        return recordOne(tool, execution, null);
    }

    private Evidence recordOne(String tool, ToolExecution execution, @CheckForNull ScannedPart part)
            throws IOException {
        return record(recorder ->
                        List.of(recorder.record(planned(tool), execution, part).orElseThrow()))
                .get(0);
    }

    private List<Evidence> record(Recording recording) throws IOException {
        List<Evidence> before = Files.exists(folder.resolve(LedgerLayout.LEDGER))
                ? Samples.verify(folder, KEY).evidence()
                : List.of();
        try (Ledger ledger = Samples.open(folder, SHOP, KEY, Samples.ticking())) {
            return recording.by(new ScanIntake(
                    ledger,
                    ReportReaders.standard(),
                    Limits.DEFAULTS,
                    Samples.origin(SHOP, String.valueOf(build)),
                    Tags.NONE,
                    EarlierFindings.in(before, folder, Limits.DEFAULTS)));
        }
    }

    private interface Recording {
        List<Evidence> by(ScanIntake recorder) throws IOException;
    }

    private static PlannedScan planned(String id) {
        ScanTool tool = ToolPresets.all().get(id).orElseThrow();
        return new PlannedScan(tool, List.of(), List.of("a.sh"));
    }

    private static ToolExecution ran(String tool, int exitCode, @CheckForNull Path report) {
        return new ToolExecution(tool, End.EXITED, exitCode, START, START.plusSeconds(2), "1.0", report, null, null);
    }

    private Path report(String name, String content) throws IOException {
        Path file = work.resolve(name);
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(START.plusSeconds(1)));
        return file;
    }
}
