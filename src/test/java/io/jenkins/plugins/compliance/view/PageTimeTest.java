package io.jenkins.plugins.compliance.view;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.model.FreeStyleProject;
import hudson.model.TaskListener;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.config.policy.DirectoryPolicy;
import io.jenkins.plugins.compliance.config.policy.PolicyConfiguration;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.Observation;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Ledger;
import io.jenkins.plugins.compliance.record.index.JobIndex;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import io.jenkins.plugins.compliance.steps.ComplianceEvidenceBuilder;
import io.jenkins.plugins.compliance.steps.ComplianceEvidenceStep;
import io.jenkins.plugins.compliance.steps.ComplianceGateRecorder;
import io.jenkins.plugins.compliance.steps.ComplianceGateStep;
import io.jenkins.plugins.compliance.steps.ComplianceTagStep;
import io.jenkins.plugins.compliance.steps.ComplianceTagWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.RunLoadCounter;
import org.jvnet.hudson.test.TestBuilder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * Measures pages of a job with many builds, and of a build with many procedures and findings, against Jenkins' own page of a job
 * with as many builds and no compliance, in turns. It takes minutes, and is run by {@code -Dcompliance.measure=true} alone.
 */
@WithJenkins
@EnabledIfSystemProperty(named = "compliance.measure", matches = "true")
class PageTimeTest {
    private static final int BUILDS = Integer.getInteger("compliance.builds", 2_000);
    private static final int PROCEDURES = Integer.getInteger("compliance.procedures", 200);
    private static final int FINDINGS = Integer.getInteger("compliance.results", 50_000);
    private static final int ROUNDS = Integer.getInteger("compliance.rounds", 31);

    /** Rounds before those that count. */
    private static final int WARM_UP = 10;

    private static final String OWN = "job/plain/";

    private static final Fact ATTESTED =
            new Fact.Attestation("review", "Reviewers", LocalDate.of(2026, 1, 1), null, "Looked at it.", null);

    @TempDir
    private Path pack;

    private final HttpClient browser = HttpClient.newHttpClient();
    private JenkinsRule jenkins;

    @Test
    void pagesTakeAtMostTwiceTheTimeOfJenkinsOwn(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Files.writeString(pack.resolve("pack.yaml"), policy());
        PolicyConfiguration.get().setSource(new DirectoryPolicy(String.valueOf(pack)));
        plainJob();
        FreeStyleProject job = judgedJob();
        int large = BUILDS;
        List<String> pages = List.of(
                OWN,
                "job/shop/",
                "job/shop/compliance/",
                "job/shop/compliance/procedures/",
                "job/shop/compliance/requirements/",
                "job/shop/compliance/evidence/",
                "job/shop/compliance/history/",
                "job/shop/compliance/api/json",
                "job/shop/" + large + "/",
                "job/shop/" + large + "/compliance/",
                "job/shop/" + large + "/compliance/procedures/",
                "job/shop/" + large + "/compliance/findings/");
        Map<String, List<Long>> times = new LinkedHashMap<>();
        Map<String, Long> first = new LinkedHashMap<>();
        pages.forEach(page -> times.put(page, new ArrayList<>()));
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            for (String page : pages) {
                long micros = micros(page);
                first.putIfAbsent(page, micros);
                if (round >= WARM_UP) {
                    times.get(page).add(micros);
                }
            }
        }
        long own = median(times.get(OWN));
        times.forEach((page, all) -> System.out.printf(
                "%-48s %8.1f ms, %4.2f times, first %8.1f ms, %d builds loaded%n",
                page,
                median(all) / 1_000.0,
                (double) median(all) / own,
                first.get(page) / 1_000.0,
                loads(page.equals(OWN) ? plain() : job, page)));
        assertThat(median(times.get("job/shop/compliance/"))).isLessThanOrEqualTo(2 * own);
        assertThat(median(times.get("job/shop/" + large + "/compliance/"))).isLessThanOrEqualTo(2 * own);
    }

    private long micros(String page) throws Exception {
        URI address = new URL(jenkins.getURL(), page).toURI();
        long begun = System.nanoTime();
        HttpResponse<byte[]> answer =
                browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
        long micros = (System.nanoTime() - begun) / 1_000;
        assertThat(answer.statusCode()).as(page).isEqualTo(200);
        return micros;
    }

    private int loads(FreeStyleProject job, String page) {
        return RunLoadCounter.countLoads(job, () -> {
            try {
                micros(page);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** A job with builds that this plugin never saw. */
    private void plainJob() throws Exception {
        FreeStyleProject plain = jenkins.createFreeStyleProject("plain");
        for (int number = 1; number <= BUILDS; number++) {
            Path folder = Files.createDirectories(plain.getBuildDir().toPath().resolve(String.valueOf(number)));
            long at = System.currentTimeMillis() - (BUILDS - number + 1) * 60_000L;
            Files.writeString(
                    folder.resolve("build.xml"),
                    "<?xml version='1.1' encoding='UTF-8'?><build><queueId>" + number + "</queueId><timestamp>" + at
                            + "</timestamp><startTime>" + at
                            + "</startTime><result>SUCCESS</result><duration>100</duration>"
                            + "<charset>UTF-8</charset><builtOn></builtOn><workspace>/w</workspace><scm"
                            + " class='hudson.scm.NullChangeLogParser'/><culprits"
                            + " class='java.util.Collections$EmptySet'/></build>");
            Files.writeString(folder.resolve("log"), "");
        }
        Files.writeString(plain.getRootDir().toPath().resolve("nextBuildNumber"), String.valueOf(BUILDS + 1));
        jenkins.jenkins.reload();
        assertThat(plain().getLastBuild().getNumber()).isEqualTo(BUILDS);
    }

    private FreeStyleProject plain() {
        return jenkins.jenkins.getItemByFullName("plain", FreeStyleProject.class);
    }

    /**
     * A job whose builds gave evidence; the newest two have many findings. The first and the last ones are real: what the others would
     * have left in the meantime is laid where they would have left it.
     */
    private FreeStyleProject judgedJob() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("shop");
        ComplianceTagStep tags = new ComplianceTagStep();
        tags.setKind("service");
        job.getBuildWrappersList().add(new ComplianceTagWrapper(tags));
        job.getBuildersList().add(new Reports());
        ComplianceEvidenceStep tests = new ComplianceEvidenceStep("test");
        tests.setFiles("TEST-*.xml");
        job.getBuildersList().add(new ComplianceEvidenceBuilder(tests));
        job.getPublishersList().add(new ComplianceGateRecorder(new ComplianceGateStep()));
        jenkins.buildAndAssertSuccess(job);
        earlierBuilds(job);
        job.getBuildersList().clear();
        job.save();
        jenkins.jenkins.reload();
        FreeStyleProject reloaded = jenkins.jenkins.getItemByFullName("shop", FreeStyleProject.class);
        ComplianceEvidenceStep report = new ComplianceEvidenceStep("report");
        report.setFiles("*.sarif");
        report.setName("lint");
        reloaded.getBuildersList().add(new Reports());
        reloaded.getBuildersList().add(new ComplianceEvidenceBuilder(tests));
        reloaded.getBuildersList().add(new ComplianceEvidenceBuilder(report));
        jenkins.buildAndAssertSuccess(reloaded);
        jenkins.buildAndAssertSuccess(reloaded);
        assertThat(reloaded.getLastBuild().getNumber()).isEqualTo(BUILDS);
        assertThat(JobIndex.of(reloaded).entries()).hasSize(Math.min(BUILDS, JobIndex.CAPACITY));
        assertThat(JobLedger.of(reloaded).evidence(Keys.get().trusted()))
                .hasSize(BUILDS + 2)
                .allSatisfy(each -> assertThat(each.integrity()).isInstanceOf(Evidence.Integrity.Verified.class));
        return reloaded;
    }

    private static void earlierBuilds(FreeStyleProject job) throws Exception {
        Path folder = job.getRootDir().toPath();
        Path first = folder.resolve("builds/1");
        Path index = folder.resolve("compliance/index.jsonl");
        String line = Files.readString(index);
        Evidence given = JobLedger.of(job).evidence(Keys.get().trusted()).get(0);
        StringBuilder lines = new StringBuilder();
        try (Ledger ledger = JobLedger.of(job).open(Keys.get().signing(), TaskListener.NULL)) {
            for (int number = 2; number <= BUILDS - 2; number++) {
                Path build = Files.createDirectories(folder.resolve("builds/" + number));
                Files.copy(first.resolve("build.xml"), build.resolve("build.xml"));
                Files.copy(first.resolve("log"), build.resolve("log"));
                lines.append(line.replace("\"build\":1,", "\"build\":" + number + ","));
                Origin origin = given.origin();
                ledger.append(new Observation(
                        "review",
                        Instant.now(),
                        new Origin(origin.controller(), origin.job(), String.valueOf(number), null, null, null, null),
                        given.tags(),
                        List.of(),
                        ATTESTED));
            }
        }
        Files.writeString(index, lines, StandardOpenOption.APPEND);
        Files.writeString(folder.resolve("nextBuildNumber"), String.valueOf(BUILDS - 1));
    }

    private static String policy() {
        StringBuilder text = new StringBuilder("""
            schema: 1
            id: large
            title: Large
            version: "1"
            frameworks:
              - id: house
                title: Rules of the house
                version: "1"
                publisher: The house
                source: https://house.example/rules
                date: "2026-01-15"
                requirements:
            """);
        for (int i = 0; i < PROCEDURES; i++) {
            text.append("      - {id: H-")
                    .append(i)
                    .append(", title: Rule ")
                    .append(i)
                    .append("}\n");
        }
        text.append("archetypes:\n  - id: service\n    title: Service\n    description: Answers requests.\n")
                .append("    when: \"kind = service\"\n    requires: [");
        for (int i = 0; i < PROCEDURES; i++) {
            text.append(i == 0 ? "" : ", ").append("house/H-").append(i);
        }
        text.append("]\nprocedures:\n");
        List<String> checks = List.of(
                "{report: sarif, max: {critical: 0, high: 0}, cadence: every-build}",
                "{test: {suite: \"*\", minCases: 1, maxFailed: 0}, cadence: every-build}",
                "{attestation: {type: pen-test, maxAge: P1Y}}",
                "{report: sarif, max: {medium: 1000000}, cadence: every-build}");
        for (int i = 0; i < PROCEDURES; i++) {
            text.append("  - id: procedure-")
                    .append(i)
                    .append("\n    title: Procedure ")
                    .append(i)
                    .append("\n    statement: Do what the rule wants.\n    why: It is wanted.\n    role: developer\n")
                    .append("    phase: test\n    satisfies: [{requirement: house/H-")
                    .append(i)
                    .append(", strength: full}]\n    check: ")
                    .append(checks.get(i % checks.size()))
                    .append('\n');
        }
        return text.toString();
    }

    /** Leaves reports in the workspace. */
    private static final class Reports extends TestBuilder {
        @Override
        public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
                throws InterruptedException, IOException {
            var workspace = build.getWorkspace();
            workspace
                    .child("TEST-a.xml")
                    .write(
                            "<testsuite name=\"s\" tests=\"1\"><testcase classname=\"c\" name=\"n\"/></testsuite>",
                            "UTF-8");
            if (build.getNumber() >= BUILDS - 1) {
                try (Writer out =
                        new OutputStreamWriter(workspace.child("scan.sarif").write(), StandardCharsets.UTF_8)) {
                    sarif(out, build.getNumber() * 100);
                }
            }
            return true;
        }

        private static void sarif(Writer out, int from) throws IOException {
            out.write("{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"Lint\"}},\"invocations\":"
                    + "[{\"executionSuccessful\":true}],\"results\":[");
            for (int i = from; i < from + FINDINGS; i++) {
                out.write((i == from ? "" : ",") + "{\"ruleId\":\"rule-" + i % 100 + "\",\"level\":\""
                        + (i % 10 == 0 ? "error" : "warning") + "\",\"message\":{\"text\":\"Finding " + i
                        + " of a long"
                        + " report\"},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"src/f"
                        + i % 997 + ".c\"},\"region\":{\"startLine\":" + (i + 1) + "}}}]}");
            }
            out.write("]}]}");
        }
    }
}
