package io.jenkins.plugins.compliance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.config.policy.DirectoryPolicy;
import io.jenkins.plugins.compliance.config.policy.PolicyConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/**
 * Measures {@code complianceEvidence} and {@code complianceGate} on a report against {@code recordIssues} of the plugin warnings-ng,
 * in turns, on an agent of its own, and what the heap of the controller keeps afterwards. The directory that {@code
 * compliance.plugins} names holds warnings-ng and the plugins that it needs, as {@code .jpi}.
 */
@EnabledIfSystemProperty(named = "compliance.plugins", matches = ".+")
class RecordIssuesComparisonTest {
    private static final String AGENT = "agent";
    private static final int ROUNDS = Integer.getInteger("compliance.rounds", 7);
    private static final int SOURCES = 100;
    private static final int RESULTS = Integer.getInteger("compliance.results", 20_000);

    @RegisterExtension
    private final RealJenkinsExtension controller =
            new RealJenkinsExtension().javaOptions("-Xmx1g").withTimeout(3_000);

    @RegisterExtension
    private final InboundAgentExtension agents = new InboundAgentExtension();

    @TempDir
    private Path folder;

    @Test
    void recordingIsNotSlowerAndKeepsLessInMemory() throws Throwable {
        Path plugins = controller.getHome().toPath().resolve("plugins");
        try (Stream<Path> more = Files.list(Path.of(System.getProperty("compliance.plugins")))) {
            for (Path plugin : more.toList()) {
                Path target = plugins.resolve(plugin.getFileName());
                if (!Files.exists(target)) {
                    Files.copy(plugin, target);
                }
            }
        }
        Files.writeString(folder.resolve("scan.sarif"), sarif());
        Files.createDirectory(folder.resolve("src"));
        for (int i = 0; i < SOURCES; i++) {
            Files.writeString(folder.resolve("src/f" + i + ".c"), "int f(void);\n".repeat(RESULTS / 10));
        }
        controller.startJenkins();
        agents.createAgent(
                controller,
                InboundAgentExtension.Options.newBuilder()
                        .name(AGENT)
                        .webSocket()
                        .build());
        Path pack = Path.of(RecordIssuesComparisonTest.class
                .getResource("/io/jenkins/plugins/compliance/view/policy/pack.yaml")
                .toURI());
        controller.runRemotely(
                RecordIssuesComparisonTest::jobs,
                String.valueOf(pack.toAbsolutePath().getParent()),
                folder.toString());
        List<Long> ours = new ArrayList<>();
        List<Long> theirs = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            String[] durations = {
                controller.runRemotely(RecordIssuesComparisonTest::build, "ours"),
                controller.runRemotely(RecordIssuesComparisonTest::build, "theirs")
            };
            if (round > 0) {
                ours.add(Long.valueOf(durations[0]));
                theirs.add(Long.valueOf(durations[1]));
            }
        }
        System.out.printf("complianceEvidence and complianceGate: %s ms%nrecordIssues: %s ms%n", ours, theirs);
        long[] kept = new long[2];
        long[] peak = new long[2];
        String[] names = {"ours", "theirs"};
        for (int i = 0; i < names.length; i++) {
            // Each from a start of its own: what is kept of the other is gone.
            controller.stopJenkins();
            controller.startJenkins();
            controller.runRemotely(RecordIssuesComparisonTest::waitForAgent);
            String[] heap = controller
                    .runRemotely(RecordIssuesComparisonTest::heap, names[i], ROUNDS)
                    .split(" ");
            kept[i] = Long.parseLong(heap[0]);
            peak[i] = Long.parseLong(heap[1]);
            System.out.printf(
                    "%s: the heap keeps %.1f MB of %d builds and their pages, and grew to %.1f MB at most%n",
                    names[i], kept[i] / 1e6, ROUNDS, peak[i] / 1e6);
        }
        assertThat(median(ours)).isLessThanOrEqualTo(median(theirs));
        assertThat(kept[0]).isLessThanOrEqualTo(kept[1]);
    }

    private static void jobs(JenkinsRule r, String pack, String sources) throws Throwable {
        PolicyConfiguration.get().setSource(new DirectoryPolicy(pack));
        String fetch = "node('" + AGENT + "') {\n  sh 'cp -r " + sources + "/. .'\n";
        job(
                r,
                "ours",
                "complianceTag kind: 'service'\n" + fetch
                        + "  complianceEvidence kind: 'report', name: 'lint', files: 'scan.sarif'\n"
                        + "}\n"
                        + "complianceGate()");
        job(
                r,
                "theirs",
                fetch + "  recordIssues tool: sarif(pattern: 'scan.sarif'),"
                        + " qualityGates: [[threshold: 1, type: 'TOTAL_HIGH', criticality: 'NOTE']]\n}");
    }

    private static void job(JenkinsRule r, String name, String script) throws Throwable {
        WorkflowJob job = r.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition(script, true));
    }

    private static void waitForAgent(JenkinsRule r) throws Throwable {
        r.waitOnline((hudson.model.Slave) r.jenkins.getNode(AGENT));
    }

    private static String build(JenkinsRule r, String name) throws Throwable {
        WorkflowRun build = r.buildAndAssertSuccess(r.jenkins.getItemByFullName(name, WorkflowJob.class));
        return String.valueOf(build.getDuration());
    }

    /** What stays in memory of some builds and their pages, and what was in use at most on the way. */
    private static String heap(JenkinsRule r, String name, int builds) throws Throwable {
        build(r, name);
        pages(r, name);
        long before = used();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        for (int i = 0; i < builds; i++) {
            build(r, name);
            pages(r, name);
        }
        long peak = pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return (used() - before) + " " + peak;
    }

    private static void pages(JenkinsRule r, String name) throws Throwable {
        WorkflowJob job = r.jenkins.getItemByFullName(name, WorkflowJob.class);
        String page = name.equals("ours") ? "compliance/findings/" : "sarif/";
        try (JenkinsRule.WebClient browser = r.createWebClient().withJavaScriptEnabled(false)) {
            browser.goTo(job.getLastBuild().getUrl() + page);
        }
    }

    private static Stream<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private static long used() {
        for (int i = 0; i < 5; i++) {
            System.gc();
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static String sarif() {
        StringBuilder text = new StringBuilder("{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":"
                + "\"Lint\"}},\"invocations\":[{\"executionSuccessful\":true}],\"results\":[");
        for (int i = 0; i < RESULTS; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("{\"ruleId\":\"rule-")
                    .append(i % 100)
                    .append("\",\"level\":\"warning\",\"message\":{\"text\":\"Finding ")
                    .append(i)
                    .append(" of a long"
                            + " report\"},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"src/f")
                    .append(i % SOURCES)
                    .append(".c\"},\"region\":{\"startLine\":")
                    .append(i / 10 + 1)
                    .append("}}}]}");
        }
        return text.append("]}]}").toString();
    }
}
