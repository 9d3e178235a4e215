package io.jenkins.plugins.compliance.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ScannedPart;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestBuilder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ComplianceScanTest {
    private static final String SOURCES =
            "writeFile file: 'a.sh', text: 'echo $x'\nwriteFile file: 'src/a.c', text: 'int main(){}'\n";

    @TempDir
    private static Path programs;

    private static JenkinsRule jenkins;
    private static DumbSlave agent;
    private StandIns tools;

    @BeforeAll
    static void prepare(JenkinsRule rule) throws Exception {
        jenkins = rule;
        ScanPolicy.use();
        agent = jenkins.createOnlineSlave();
        new StandIns(programs).on(agent);
    }

    @BeforeEach
    void removeStandIns() throws IOException {
        tools = new StandIns(programs).none();
    }

    @Test
    void everyToolThatPolicyDemandsRunsAndIsRecorded() throws Exception {
        tools.shellcheck("").flawfinder("sleep 1");
        WorkflowRun build = jenkins.buildAndAssertSuccess(pipeline(
                "mixture", SOURCES + "echo \"complete: ${complianceScan()}\"\necho \"open: ${complianceGate()}\""));

        jenkins.assertLogContains("shellcheck 0.10.0: counts, 1 findings (1 medium), 0 of them new", build);
        jenkins.assertLogContains("flawfinder 2.0.19: counts, 1 findings (1 high)", build);
        jenkins.assertLogContains("complete: true", build);
        jenkins.assertLogContains("open: true", build);
        List<Evidence> evidence = evidence(build);
        assertThat(evidence).extracting(Evidence::name).containsExactly("plan", "scan-flawfinder", "scan-shellcheck");
        assertThat(evidence).allSatisfy(each -> {
            assertThat(each.integrity()).isInstanceOf(Evidence.Integrity.Verified.class);
            assertThat(each.origin().node()).isEqualTo(agent.getNodeName());
            assertThat(each.tags()).hasToString("kind=mixture");
        });
        assertThat(ComplianceRunAction.of(build).getFiles())
                .anySatisfy(file -> assertThat(file.getPath()).endsWith("-flawfinder.sarif"));
        assertThat(temporary(build)).isEmpty();
    }

    @Test
    void aToolThatIsNotInstalledIsMissing() throws Exception {
        tools.shellcheck("");
        WorkflowRun build = jenkins.buildAndAssertSuccess(pipeline(
                "guarded", SOURCES + "echo \"complete: ${complianceScan()}\"\necho \"open: ${complianceGate()}\""));

        jenkins.assertLogContains("gitleaks: is not installed on this agent; its scan is missing", build);
        jenkins.assertLogContains("complete: false", build);
        jenkins.assertLogContains("missing  scan-secrets", build);
        jenkins.assertLogContains("the program gitleaks was not found", build);
        jenkins.assertLogContains("open: false", build);
        assertThat(evidence(build).stream()
                        .map(Evidence::fact)
                        .filter(Fact.Plan.class::isInstance)
                        .flatMap(plan -> ((Fact.Plan) plan).tools().stream())
                        .filter(tool -> !tool.present()))
                .extracting(Fact.PlannedTool::note)
                .contains(RunReason.PROGRAM_NOT_FOUND.of("gitleaks"));
    }

    @Test
    void whatABuildSetsChangesNeitherProgramNorItsVariables() throws Exception {
        tools.shellcheck("env > seen.txt");
        WorkflowRun build = jenkins.buildAndAssertSuccess(pipeline(
                "scripts",
                SOURCES + "writeFile file: 'evil/shellcheck', text: '#!/bin/sh\\ntouch evil.txt'\n"
                        + "sh 'chmod +x evil/shellcheck'\n"
                        + "withEnv([\"PATH=$WORKSPACE/evil:$PATH\", 'TOKEN=hidden']) { complianceScan() }\n"));

        jenkins.assertLogContains("shellcheck 0.10.0: counts", build);
        assertThat(workspace(build).resolve("evil.txt")).doesNotExist();
        assertThat(workspace(build).resolve("seen.txt"))
                .content()
                .contains("PATH=")
                .contains("COMPLIANCE_SCAN=")
                .doesNotContain("TOKEN")
                .doesNotContain("WORKSPACE")
                .doesNotContain("BUILD_");
    }

    @Test
    void aBuildMayDivideTheScanAmongSteps() throws Exception {
        tools.shellcheck("").flawfinder("");
        WorkflowRun build = jenkins.buildAndAssertSuccess(pipeline(
                "mixture",
                SOURCES + "complianceScan tools: ['shellcheck']\n"
                        + "echo \"open: ${complianceGate()}\"\n"
                        + "complianceScan tools: ['flawfinder'], parallel: 1\n"
                        + "echo \"now open: ${complianceGate()}\""));

        jenkins.assertLogContains("flawfinder: answers tool flawfinder; left to another scan of this build", build);
        jenkins.assertLogContains("open: false", build);
        jenkins.assertLogContains("now open: true", build);
        assertThat(evidence(build))
                .extracting(Evidence::name)
                .containsExactly("plan", "scan-shellcheck", "plan", "scan-flawfinder");
    }

    @Test
    void aToolThatNobodyConfiguredFailsTheStep() throws Exception {
        WorkflowRun build = jenkins.buildAndAssertStatus(
                Result.FAILURE, pipeline("scripts", SOURCES + "complianceScan tools: ['shelcheck']"));

        jenkins.assertLogContains("shelcheck is not a scan tool of this controller", build);
    }

    @Test
    void onlyTheDirectoryThatWasAskedForIsScanned() throws Exception {
        tools.flawfinder("pwd > where.txt; echo \"$@\" >> where.txt").shellcheck("");
        WorkflowRun build =
                jenkins.buildAndAssertSuccess(pipeline("mixture", SOURCES + "complianceScan dir: './src/'"));

        jenkins.assertLogContains("shellcheck: does not run, no file matches", build);
        assertThat(workspace(build).resolve("src/where.txt"))
                .content()
                .contains("/src\n")
                .contains("./a.c")
                .doesNotContain(".sh");
    }

    @Test
    void aBuildMayScanDirectoryByDirectoryAndAllOfThemSpeak() throws Exception {
        tools.tool("shellcheck", "version: 0.10.0", "", "{\"comments\":[]}", 0);
        WorkflowRun build = jenkins.buildAndAssertSuccess(pipeline(
                "scripts",
                "writeFile file: 'a/x.sh', text: 'echo'\nwriteFile file: 'b/y.sh', text: 'echo'\n"
                        + "sh 'ln -sfn b link; mkdir -p empty'\n"
                        + "complianceScan dir: 'empty'\necho \"empty: ${complianceGate()}\"\n"
                        + "complianceScan dir: 'a'\necho \"a: ${complianceGate()}\"\n"
                        + "complianceScan dir: 'link'\necho \"both: ${complianceGate()}\"\n"));

        jenkins.assertLogContains("empty: false", build);
        jenkins.assertLogContains("nothing that it looks at lies in empty, and the rest was not scanned", build);
        jenkins.assertLogContains("shellcheck: 1 files that it looks at lie outside of a; policy demands", build);
        jenkins.assertLogContains("1 file that it looks at lies outside of a and was not scanned", build);
        jenkins.assertLogContains("a: false", build);
        jenkins.assertLogContains("both: true", build);
        assertThat(evidence(build).stream().map(Evidence::fact).filter(Fact.Scan.class::isInstance))
                .extracting(fact -> ((Fact.Scan) fact).part())
                .containsExactly(new ScannedPart("a", 1, 1), new ScannedPart("b", 1, 1));

        tools.shellcheck("");
        WorkflowRun next = jenkins.buildAndAssertSuccess(build.getParent());
        assertThat(evidence(next))
                .filteredOn(each -> each.origin().build().equals("2") && each.fact() instanceof Fact.Scan)
                .as("each directory is compared with itself, before this build")
                .allSatisfy(each -> assertThat(each.reports().get(0).tally().cells())
                        .extracting(Tally.Cell::age)
                        .containsOnly(Tally.Age.NEW))
                .hasSize(2);
    }

    @Test
    void aDirectoryOutsideOfTheWorkspaceIsRefused() throws Exception {
        jenkins.assertLogContains(
                "is not a path below the workspace",
                jenkins.buildAndAssertStatus(
                        Result.FAILURE, pipeline("scripts", SOURCES + "complianceScan dir: 'a/../../other'")));
        jenkins.assertLogContains(
                "link is outside of the workspace",
                jenkins.buildAndAssertStatus(
                        Result.FAILURE,
                        pipeline("scripts", SOURCES + "sh 'ln -sfn / link'\ncomplianceScan dir: 'link'")));
    }

    @Test
    void aToolThatCrashesDoesNotCount() throws Exception {
        tools.tool("shellcheck", "version: 0.10.0", "echo 'it went \033[31mboom' >&2", "", 4);
        WorkflowRun build = jenkins.buildAndAssertSuccess(pipeline(
                "scripts", SOURCES + "echo \"complete: ${complianceScan()}\"\necho \"open: ${complianceGate()}\""));

        jenkins.assertLogContains("shellcheck: exit code 4 after", build);
        jenkins.assertLogContains("It failed: exit code 4.", build);
        jenkins.assertLogContains("| it went [U+001B][31mboom", build);
        jenkins.assertLogContains("complete: false", build);
        jenkins.assertLogContains("unverifiable  scan-scripts", build);
    }

    @Test
    void aSymbolicLinkIsNoReport() throws Exception {
        tools.shellcheck("").tool("bandit", "bandit 1.8.0", "ln -s /etc/hostname \"$7\"", "", 0);
        WorkflowRun build = jenkins.buildAndAssertSuccess(
                pipeline("python", SOURCES + "writeFile file: 'a.py', text: 'x = 1'\ncomplianceScan()"));

        jenkins.assertLogContains("bandit 1.8.0: does not count", build);
        jenkins.assertLogContains("It left no report.", build);
        assertThat(evidence(build).stream()
                        .filter(each -> each.name().equals("scan-bandit"))
                        .findFirst()
                        .orElseThrow()
                        .reports())
                .isEmpty();
    }

    @Test
    void aReportOfAnEarlierBuildIsNotTaken() throws Exception {
        String report = "{\"errors\":[],\"generated_at\":\"2026-01-01T00:00:00Z\",\"metrics\":{\"_totals\":{\"loc\":1},"
                + "\"./a.py\":{\"loc\":1}},\"results\":[]}";
        tools.shellcheck("").tool("bandit", "bandit 1.8.0", "echo '" + report + "' > \"$7\"", "", 0);
        WorkflowJob job = pipeline("python", SOURCES + "writeFile file: 'a.py', text: 'x = 1'\ncomplianceScan()");
        jenkins.assertLogContains("bandit 1.8.0: counts, 0 findings", jenkins.buildAndAssertSuccess(job));

        tools.tool("bandit", "bandit 1.8.0", "", "", 0);
        WorkflowRun second = jenkins.buildAndAssertSuccess(job);

        jenkins.assertLogContains("It left no report.", second);
        jenkins.assertLogContains("shellcheck 0.10.0: counts, 1 findings (1 medium), 0 of them new", second);
    }

    @Test
    void anAbortLeavesNoProcess() throws Exception {
        tools.shellcheck("sleep 4711 &\nsh -c 'sleep 4712; true'\nsleep 4713");
        WorkflowJob job = pipeline("scripts", SOURCES + "complianceScan()");
        WorkflowRun build = job.scheduleBuild2(0).waitForStart();
        await(() -> sleepers() == 2);

        build.doStop();

        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));
        assertThat(sleepers()).isZero();
        assertThat(evidence(build)).isEmpty();
        assertThat(temporary(build)).isEmpty();
    }

    @Test
    void whatAToolLeavesRunningIsEnded() throws Exception {
        tools.shellcheck("sleep 4711 > /dev/null 2>&1 &");
        WorkflowRun build = jenkins.buildAndAssertSuccess(pipeline(
                "scripts", SOURCES + "complianceScan()\nsh 'pgrep -f \"sleep 471[1]\" || echo nothing is left'"));

        jenkins.assertLogContains("nothing is left", build);
        assertThat(sleepers()).isZero();
    }

    @Test
    void realToolsRun() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/shellcheck")) && Files.isExecutable(Path.of("/usr/bin/bandit")),
                "ShellCheck and Bandit are not installed");
        WorkflowRun build = jenkins.buildAndAssertSuccess(pipeline(
                "python",
                "writeFile file: 'it\\'s $HOME.sh', text: 'echo $x\\n'\n"
                        + "writeFile file: 'a.py', text: 'import subprocess\\nsubprocess.call(\"ls\", shell=True)\\n'\n"
                        + "echo \"complete: ${complianceScan()}\"\necho \"open: ${complianceGate()}\""));

        jenkins.assertLogContains("complete: true", build);
        jenkins.assertLogContains("open: true", build);
        assertThat(evidence(build)).hasSize(3).allSatisfy(each -> {
            if (each.fact() instanceof Fact.Scan scan) {
                assertThat(scan.counts()).as(scan.reasons().toString()).isTrue();
                assertThat(scan.version()).isNotNull();
                assertThat(each.reports().get(0).tally().total()).isPositive();
            }
        });
    }

    @Test
    void aFreestyleBuildIsScannedByTheSameEngine() throws Exception {
        tools.shellcheck("");
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.setAssignedNode(agent);
        job.getBuildersList().add(new TestBuilder() {
            @Override
            public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
                    throws InterruptedException, IOException {
                ComplianceRunAction.update(build, action -> action.withTags(Tags.of(Map.of("kind", "scripts"))));
                build.getWorkspace().child("a.sh").write("echo $x", "UTF-8");
                return BlockingScan.run(build, build.getWorkspace(), listener, ScanRequest.WHOLE);
            }
        });

        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);

        jenkins.assertLogContains("shellcheck 0.10.0: counts", build);
        assertThat(evidence(build)).extracting(Evidence::name).containsExactly("plan", "scan-shellcheck");
    }

    private static long sleepers() {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::info)
                .filter(info -> info.commandLine().orElse("").matches("(\\S*/)?sleep 471[0-9]"))
                .count();
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 120_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it took too long").isLessThan(end);
            Thread.sleep(100);
        }
    }

    private static List<Evidence> evidence(Run<?, ?> build) throws Exception {
        return JobLedger.of(build.getParent()).evidence(Keys.get().trusted());
    }

    private static Path workspace(WorkflowRun build) {
        return Path.of(agent.getWorkspaceFor(build.getParent()).getRemote());
    }

    /** What is left beside the workspace. */
    private static List<Path> temporary(WorkflowRun build) throws Exception {
        Path workspace = workspace(build);
        Path beside = workspace.resolveSibling(workspace.getFileName() + "@tmp");
        if (!Files.exists(beside)) {
            return List.of();
        }
        try (var files = Files.list(beside)) {
            return files.toList();
        }
    }

    private static WorkflowJob pipeline(String kind, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(
                "complianceTag kind: '" + kind + "'\nnode('" + agent.getNodeName() + "') {\n" + script + "\n}", true));
        return job;
    }
}
