package io.jenkins.plugins.compliance.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution.End;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.durabletask.Controller;

/** Looks how far runs are, and ends those that take too long or write too much. */
final class ScanWatch {
    /** So long a run is given to begin. */
    private static final Duration TO_BEGIN = Duration.ofSeconds(60);

    /** How often the durable task is asked whether it is still alive. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    /** Captured outputs are shortened to less than this when they are fetched; here they fill the agent's disk. */
    private static final long MOST_OUTPUT = 256L << 20;

    /** Exit code of what was killed (128 and the number of the signal). */
    private static final int KILLED = 137;

    private final ScanState state;
    private final ScanAgent agent;
    private final ToolProcess process;
    private final Limits limits;
    private final Map<String, Instant> firstLook = new HashMap<>();
    private final Map<String, Instant> heartbeats = new HashMap<>();

    ScanWatch(ScanState state, ScanAgent agent, ToolProcess process, Limits limits) {
        this.limits = limits;
        this.state = state;
        this.agent = agent;
        this.process = process;
    }

    /** Looks at the runs of these tools once; the state tells afterwards how far they are. */
    void look(List<ScanTool> tools) throws IOException, InterruptedException {
        List<ToolGlance> glances = agent.look(tools);
        Instant now = ControllerClock.now();
        for (int i = 0; i < tools.size(); i++) {
            ToolRun run = run(tools.get(i).id());
            switch (glances.get(i).state()) {
                case GONE -> end(run, End.INTERRUPTED, 0, now, RunReason.PREPARATION_GONE.of());
                case NOT_STARTED -> notStarted(run, now);
                case RUNNING -> running(run, tools.get(i), glances.get(i), now);
                case ENDED -> ended(run, glances.get(i), now);
            }
        }
    }

    private void notStarted(ToolRun run, Instant now) throws IOException, InterruptedException {
        if (run.is(ToolRun.Phase.STARTING)) {
            state.change(run.tool(), ToolRun::waitingAgain);
        } else if (Duration.between(since(run, now), now).compareTo(TO_BEGIN) > 0) {
            process.kill(run.tool());
            end(run, End.NOT_STARTED, 0, now, RunReason.NOT_BEGUN.of());
        }
    }

    private void running(ToolRun run, ScanTool tool, ToolGlance glance, Instant now)
            throws IOException, InterruptedException {
        ToolRun begun = begun(run, glance, now);
        Instant started = begun.started();
        Duration less = state.request().lessThan(tool.timeout());
        Duration allowed = less == null ? tool.timeout() : less;
        if (started != null && Duration.between(started, now).compareTo(allowed) > 0) {
            process.kill(run.tool());
            end(
                    begun,
                    End.TIMED_OUT,
                    0,
                    ControllerClock.now(),
                    less == null ? null : RunReason.BUILD_GIVES_LESS.of(less.toMinutes()));
        } else if (glance.report() > limits.reportBytes()) {
            process.kill(run.tool());
            end(begun, End.EXITED, KILLED, ControllerClock.now(), null);
        } else if (glance.output() > MOST_OUTPUT) {
            process.kill(run.tool());
            end(begun, End.INTERRUPTED, 0, ControllerClock.now(), RunReason.OUTPUT_TOO_LARGE.of(MOST_OUTPUT));
        } else if (isLost(begun, tool, now)) {
            process.kill(run.tool());
            end(begun, End.INTERRUPTED, 0, now, RunReason.PROCESS_LOST.of());
        }
    }

    private void ended(ToolRun run, ToolGlance glance, Instant now) {
        ToolRun begun = begun(run, glance, now);
        if (glance.versionAsked() || glance.endedAgo().compareTo(ScanTool.VersionQuery.ANSWER_WITHIN) > 0) {
            end(begun, End.EXITED, glance.exitCode(), now.minus(glance.endedAgo()), null);
        }
    }

    private ToolRun begun(ToolRun run, ToolGlance glance, Instant now) {
        return run.started() == null
                ? state.change(
                        run.tool(),
                        each -> (each.is(ToolRun.Phase.STARTING) ? each.running(null) : each)
                                .startedAt(now.minus(glance.startedAgo())))
                : run;
    }

    /** The durable task has ended, and the tool has left no exit code: its process was killed, or the agent's system ended. */
    private boolean isLost(ToolRun run, ScanTool tool, Instant now) throws IOException, InterruptedException {
        Controller controller = run.controller();
        Instant before = heartbeats.getOrDefault(run.tool(), since(run, now));
        if (controller == null || Duration.between(before, now).compareTo(HEARTBEAT) < 0) {
            return false;
        }
        heartbeats.put(run.tool(), now);
        Integer status = process.status(controller);
        if (status == null || status == RunScript.STARTED_ALREADY) {
            return false;
        }
        return agent.look(List.of(tool)).get(0).state() != ToolGlance.State.ENDED;
    }

    private void end(ToolRun run, End how, int code, Instant moment, @CheckForNull Phrase why) {
        state.change(run.tool(), each -> each.ended(how, code, moment, why));
    }

    private Instant since(ToolRun run, Instant now) {
        return firstLook.computeIfAbsent(run.tool(), tool -> now);
    }

    private ToolRun run(String tool) {
        return state.runs(each -> each.tool().equals(tool)).get(0);
    }
}
