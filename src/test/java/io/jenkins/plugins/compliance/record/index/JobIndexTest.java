package io.jenkins.plugins.compliance.record.index;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import io.jenkins.plugins.compliance.engine.assess.Gate;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class JobIndexTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private FreeStyleProject job;

    @BeforeEach
    void createJob(JenkinsRule jenkins) throws Exception {
        job = jenkins.createFreeStyleProject("shop");
    }

    @Test
    void whatIsPutIsReadAgainNewestFirst() throws Exception {
        JobIndex.of(job).put(entry(1));
        JobIndex.of(job).put(entry(3));
        JobIndex.of(job).put(entry(2));

        List<IndexEntry> read = reopened();
        assertThat(read).extracting(IndexEntry::build).containsExactly(3, 2, 1);
        assertThat(read.get(0)).isEqualTo(entry(3));
        assertThat(JobIndex.of(job).asOf(START.plusSeconds(2))).contains(entry(2));
        assertThat(JobIndex.of(job).asOf(START)).isEmpty();
        assertThat(read.get(0).overall()).isEqualTo(Outcome.MISSING);
    }

    @Test
    void aBuildThatIsJudgedAgainHasTheLastWord() throws Exception {
        JobIndex.of(job).put(entry(1));
        IndexEntry again =
                new IndexEntry(1, START, Tags.NONE, Map.of(), Map.of(), Gate.Mode.ENFORCE, true, "p", "2", "sha256:b");
        JobIndex.of(job).put(again);

        assertThat(reopened()).containsExactly(again);
    }

    @Test
    void itIsBounded() throws Exception {
        int builds = 2 * JobIndex.CAPACITY + 5;
        for (int build = 1; build <= builds; build++) {
            JobIndex.of(job).put(entry(build));
        }

        assertThat(JobIndex.of(job).entries()).hasSize(JobIndex.CAPACITY);
        assertThat(reopened()).hasSize(JobIndex.CAPACITY).first().isEqualTo(entry(builds));
        try (var lines = Files.lines(file())) {
            assertThat(lines.count()).isLessThanOrEqualTo(2 * JobIndex.CAPACITY);
        }
    }

    @Test
    void aDamagedLineIsLeftOut() throws Exception {
        JobIndex.of(job).put(entry(1));
        Files.writeString(file(), "{\"schema\":1,\"build\":-3}\nno json\n{}\n", StandardOpenOption.APPEND);
        Files.write(file(), IndexLine.write(entry(2)), StandardOpenOption.APPEND);

        assertThat(reopened()).extracting(IndexEntry::build).containsExactly(2, 1);
    }

    private Path file() {
        return job.getRootDir().toPath().resolve("compliance/index.jsonl");
    }

    /** As another process would see it. */
    private List<IndexEntry> reopened() throws Exception {
        Files.writeString(file(), "", StandardOpenOption.APPEND);
        Files.setLastModifiedTime(file(), java.nio.file.attribute.FileTime.fromMillis(0));
        return JobIndex.of(job).entries();
    }

    private static IndexEntry entry(int build) {
        return new IndexEntry(
                build,
                START.plusSeconds(build),
                Tags.of(Map.of("kind", "service")),
                Map.of(Outcome.SATISFIED, 3L, Outcome.MISSING, 1L),
                Map.of(Outcome.MISSING, 2L),
                Gate.Mode.WARN,
                false,
                "acme",
                "1",
                "sha256:a");
    }
}
