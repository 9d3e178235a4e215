package io.jenkins.plugins.compliance.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.scan.RunReason;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution.End;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");

    @Test
    void pipeGetsPlainLines() {
        StringWriter text = new StringWriter();
        try (Progress progress = new Progress(new PrintWriter(text), false, InstantSource.fixed(START))) {
            progress.planned(List.of("bandit", "pmd"));
            progress.started("bandit", START);
            progress.finished(execution("bandit", End.EXITED, null));
            progress.finished(execution("pmd", End.ABSENT, "the program java was not found"));
        }

        assertThat(text.toString().lines())
                .containsExactly(
                        "scanning with 2 tools",
                        "bandit: started",
                        "[1/2] bandit: done with exit code 1 after 2.5 s",
                        "[2/2] pmd: absent: the program java was not found");
    }

    @Test
    void terminalGetsABarThatLeavesNoTrace() throws InterruptedException {
        StringWriter text = new StringWriter();
        try (Progress progress = new Progress(new PrintWriter(text), true, InstantSource.fixed(START.plusSeconds(1)))) {
            progress.planned(List.of("bandit", "pmd"));
            progress.started("bandit", START);
            while (!text.toString().contains("[--------------------] 0/2  bandit 1.0 s")) {
                Thread.sleep(10);
            }
            progress.finished(execution("bandit", End.EXITED, null));
        }

        assertThat(text.toString()).contains("\r[1/2] bandit: done").doesNotContain("\u001b");
        assertThat(text.toString()).matches("(?s).*(\\r|\\n)");
    }

    private static ToolExecution execution(String tool, End end, String detail) {
        return new ToolExecution(
                tool,
                end,
                1,
                START,
                START.plusMillis(2500),
                null,
                null,
                null,
                detail == null ? null : RunReason.AS_RECORDED.of(detail));
    }
}
