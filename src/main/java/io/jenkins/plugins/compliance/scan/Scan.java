package io.jenkins.plugins.compliance.scan;

import hudson.FilePath;
import hudson.Util;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import io.jenkins.plugins.compliance.engine.scan.ScanTools;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution.End;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import io.jenkins.plugins.compliance.record.log.BuildLog;
import io.jenkins.plugins.compliance.scan.ToolRun.Phase;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One scan of a build, from the plan to recorded evidence. It goes on in small steps, each of which may fail and be done again,
 * by this object or, after a restart of the controller, by another one with the same state.
 */
final class Scan implements Closeable {
    private static final Duration FIRST_WAIT = Duration.ofMillis(150);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

    /** The wait is this part of the time in which nothing happened. */
    private static final int PART = 40;

    private final ScanContext build;
    private final ScanState state;
    private final Checkpoint checkpoint;
    private final ScanLog log;
    private final Map<String, CollectedRun> collected = new HashMap<>();
    private final Map<FilePath, ScanWatch> watches = new HashMap<>();
    private Optional<ScanTools> definitions = Optional.empty();
    private Optional<Path> work = Optional.empty();
    private Instant lastChange = ControllerClock.now();
    private boolean complete;

    Scan(ScanContext build, ScanState state, Checkpoint checkpoint) {
        this.build = build;
        this.state = state;
        this.checkpoint = checkpoint;
        this.log = new ScanLog(BuildLog.of(build.listener()));
    }

    /** Makes sure that the state outlives a crash of the controller. */
    @FunctionalInterface
    interface Checkpoint {
        void save() throws IOException, InterruptedException;
    }

    /**
     * Goes on as far as it can without waiting.
     *
     * @return how long to wait before it can go on; empty when it is done
     */
    Optional<Duration> advance(FilePath workspace) throws IOException, InterruptedException {
        ScanAgent agent = new ScanAgent(workspace, folder());
        ToolProcess process = new ToolProcess(agent, state.id(), build.listener());
        if (definitions.isEmpty()) {
            // What is changed in the configuration from here on holds for the next scan.
            definitions = Optional.of(build.settings().tools(process.unix()));
        }
        if (state.planned() == null) {
            new ScanPlanning(build, agent, log).plan(state, tools());
            checkpoint.save();
            state.runs(run -> run.is(Phase.ENDED)).forEach(log::ended);
        }
        boolean changed = look(agent, process);
        changed |= start(process);
        if (state.runs(run -> !run.is(Phase.ENDED) && !run.is(Phase.LEFT_OUT)).isEmpty()) {
            record(agent);
            return Optional.empty();
        }
        lastChange = changed ? ControllerClock.now() : lastChange;
        return Optional.of(untilNextLook());
    }

    /** Whether everything that was to be scanned was, and counts. */
    boolean complete() {
        return complete;
    }

    /** Ends all processes of it, and leaves nothing on the agent. */
    void kill(FilePath workspace) throws IOException, InterruptedException {
        ScanAgent agent = new ScanAgent(workspace, folder());
        ToolProcess process = new ToolProcess(agent, state.id(), build.listener());
        if (!state.runs(ToolRun::mayBeAlive).isEmpty()) {
            process.killAll();
        }
        clean(agent);
    }

    @Override
    public void close() throws IOException {
        if (work.isPresent()) {
            Util.deleteRecursive(work.get().toFile());
        }
    }

    private String folder() {
        return "compliance-" + state.id();
    }

    private boolean look(ScanAgent agent, ToolProcess process) throws IOException, InterruptedException {
        List<ScanTool> alive = new ArrayList<>();
        for (ToolRun run : state.runs(ToolRun::mayBeAlive)) {
            Optional<ScanTool> tool = tools().get(run.tool());
            if (tool.isPresent()) {
                alive.add(tool.get());
            } else {
                process.kill(run.tool());
                state.change(
                        run.tool(),
                        each -> each.ended(
                                End.INTERRUPTED, 0, ControllerClock.now(), RunReason.DEFINITION_REMOVED.of()));
            }
        }
        if (!alive.isEmpty()) {
            watches.computeIfAbsent(
                            agent.workspace(),
                            where -> new ScanWatch(
                                    state, agent, process, build.settings().limits()))
                    .look(alive);
        }
        boolean changed = false;
        for (ScanTool tool : alive) {
            ToolRun run = run(tool.id());
            if (run.is(Phase.ENDED)) {
                log.ended(run);
                collect(agent, tool);
                changed = true;
            }
        }
        return changed;
    }

    private boolean start(ToolProcess process) throws IOException, InterruptedException {
        boolean changed = false;
        int free = state.request().parallel() - state.runs(ToolRun::mayBeAlive).size();
        for (ToolRun run : state.runs(each -> each.is(Phase.WAITING))) {
            if (free <= 0) {
                break;
            }
            free--;
            changed = true;
            Map<String, String> variables = new TreeMap<>(build.cookies());
            variables.putAll(ToolSecrets.of(build.run(), run.tool()).values());
            state.change(run.tool(), ToolRun::starting);
            checkpoint.save();
            var controller = process.start(run.tool(), variables);
            state.change(run.tool(), each -> each.running(controller));
            checkpoint.save();
            log.started(run.tool());
        }
        return changed;
    }

    private void record(ScanAgent agent) throws IOException, InterruptedException {
        for (ToolRun run : state.runs(each -> each.is(Phase.ENDED) && ran(each))) {
            Optional<ScanTool> tool = tools().get(run.tool());
            if (tool.isPresent() && !collected.containsKey(run.tool())) {
                collect(agent, tool.get());
            }
        }
        // From here on the moments of each run tell its evidence from any other.
        checkpoint.save();
        List<Evidence> entries = new ScanCompletion(build, state, tools()).record(collected);
        for (Evidence entry : entries) {
            if (entry.fact() instanceof Fact.Scan scan) {
                log.recorded(
                        entry,
                        collected
                                .getOrDefault(scan.tool(), CollectedRun.NOTHING)
                                .lastLines());
            }
        }
        complete = state.covered()
                && entries.size() == state.runs(run -> run.is(Phase.ENDED)).size()
                && entries.stream().allMatch(entry -> entry.fact() instanceof Fact.Scan scan && scan.counts());
        log.done(complete, state.request());
        new ToolProcess(agent, state.id(), build.listener()).sweep();
        clean(agent);
    }

    private static boolean ran(ToolRun run) {
        return run.end() != End.ABSENT && run.end() != End.NOT_STARTED;
    }

    private void collect(ScanAgent agent, ScanTool tool) throws IOException, InterruptedException {
        if (work.isEmpty()) {
            work = Optional.of(Files.createTempDirectory("compliance-scan"));
        }
        Path into = work.get().resolve(tool.id());
        if (Files.exists(into)) {
            Util.deleteRecursive(into.toFile());
        }
        Files.createDirectory(into);
        collected.put(
                tool.id(),
                CollectedRun.of(
                        agent,
                        tool,
                        into,
                        ToolSecrets.of(build.run(), tool.id()).hidden(),
                        build.settings().limits()));
    }

    private void clean(ScanAgent agent) throws IOException, InterruptedException {
        ToolProcess process = new ToolProcess(agent, state.id(), build.listener());
        for (ToolRun run : state.runs()) {
            var controller = run.controller();
            if (controller != null) {
                process.forget(controller);
            }
        }
        agent.delete();
    }

    private ScanTools tools() {
        return definitions.orElseThrow();
    }

    private ToolRun run(String tool) {
        return state.runs(each -> each.tool().equals(tool)).get(0);
    }

    private Duration untilNextLook() {
        Duration part = Duration.between(lastChange, ControllerClock.now()).dividedBy(PART);
        return part.compareTo(FIRST_WAIT) < 0 ? FIRST_WAIT : part.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : part;
    }
}
