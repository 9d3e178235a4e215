package io.jenkins.plugins.compliance.scan;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Slave;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * Measures what a scan adds to a build, against the same programs run by {@code sh} with their reports archived. It takes
 * minutes and a quiet machine, and is run by {@code -Dcompliance.measure=true} alone.
 */
@WithJenkins
@EnabledIfSystemProperty(named = "compliance.measure", matches = "true")
class ScanCostTest {
    private static final int ROUNDS = Integer.getInteger("compliance.rounds", 5);
    private static final int SECONDS = Integer.getInteger("compliance.seconds", 20);
    private static final int RESULTS = Integer.getInteger("compliance.results", 20_000);

    @TempDir
    private Path programs;

    @Test
    void aScanAddsAtMostThreePercentAndOneSecond(JenkinsRule jenkins) throws Exception {
        ScanPolicy.use();
        Slave agent = jenkins.createOnlineSlave();
        Path report = programs.resolve("large.sarif");
        Files.writeString(report, sarif());
        new StandIns(programs)
                .on(agent)
                .shellcheck("sleep " + SECONDS / 2)
                .tool("flawfinder", "2.0.19", "sleep " + SECONDS + "; cat '" + report + "'; exit 0", "", 0);
        String sources = "writeFile file: 'a.sh', text: 'echo $x'\nwriteFile file: 'a.c', text: 'int main(){}'\n";
        WorkflowJob plain = job(
                jenkins,
                agent,
                sources + "sh '''mkdir -p out\n(shellcheck a.sh > out/shellcheck.json || true) &\n"
                        + "flawfinder a.c > out/flawfinder.sarif\nwait'''\narchiveArtifacts 'out/*'");
        WorkflowJob scanned = job(jenkins, agent, "complianceTag kind: 'mixture'\n" + sources + "complianceScan()");
        jenkins.buildAndAssertSuccess(plain);
        jenkins.buildAndAssertSuccess(scanned);
        List<Long> without = new ArrayList<>();
        List<Long> with = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            without.add(jenkins.buildAndAssertSuccess(plain).getDuration());
            with.add(jenkins.buildAndAssertSuccess(scanned).getDuration());
        }
        System.out.printf("sh and archiveArtifacts: %s ms%ncomplianceScan: %s ms%n", without, with);
        long base = median(without);
        assertThat(median(with)).isLessThanOrEqualTo(base + base * 3 / 100 + 1_000);
    }

    private static String sarif() {
        StringBuilder text = new StringBuilder(
                "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"Flawfinder\"}},\"results\":[");
        for (int i = 0; i < RESULTS; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("{\"ruleId\":\"FF")
                    .append(i % 100)
                    .append("\",\"level\":\"warning\",\"message\":{\"text\":\"This is finding number ")
                    .append(i)
                    .append(
                            " of a long report.\"},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"src/f")
                    .append(i % 500)
                    .append(".c\"},\"region\":{\"startLine\":")
                    .append(i)
                    .append("}}}]}");
        }
        return text.append("]}]}").toString();
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static WorkflowJob job(JenkinsRule jenkins, Slave agent, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("node('" + agent.getNodeName() + "') {\n" + script + "\n}", true));
        return job;
    }
}
