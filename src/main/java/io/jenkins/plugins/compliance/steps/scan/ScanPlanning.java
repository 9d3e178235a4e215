package io.jenkins.plugins.compliance.steps.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Computer;
import io.jenkins.plugins.compliance.config.JobSettings;
import io.jenkins.plugins.compliance.engine.policy.Tags;
import io.jenkins.plugins.compliance.engine.scan.ScanDemands;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan;
import io.jenkins.plugins.compliance.engine.scan.ScanPlanner;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import io.jenkins.plugins.compliance.engine.scan.ScanTools;
import io.jenkins.plugins.compliance.engine.scan.ToolDigest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plans a scan as policy demands it, and prepares its runs on the agent. */
final class ScanPlanning {
    private final BuildOfScan build;
    private final ScanAgent agent;
    private final ScanLog log;

    ScanPlanning(BuildOfScan build, ScanAgent agent, ScanLog log) {
        this.build = build;
        this.agent = agent;
        this.log = log;
    }

    /** Nothing is started, and nothing is known of it until this returns. */
    void plan(ScanState state, ScanTools tools, ToolSecrets secrets) throws IOException, InterruptedException {
        ScanRequest request = state.request();
        JobSettings settings = build.settings();
        for (String tool : request.tools()) {
            if (tools.get(tool).isEmpty()) {
                throw new AbortException(Messages.ScanPlanning_unknownTool(
                        tool,
                        String.join(
                                ", ", tools.tools().stream().map(ScanTool::id).toList())));
            }
        }
        Tags tags = build.tags();
        ScannedDirectory directory = agent.list(request.directory());
        ScanPlan plan =
                ScanPlanner.plan(ScanDemands.of(settings.policy(), tags), tools.tools(), tags, directory.listing());
        log.plan(tags, plan, tools.problems(), request);
        state.plan(
                Instant.now(),
                directory,
                prepare(plan, request, secrets),
                plan.uncovered().isEmpty());
    }

    private List<ToolRun> prepare(ScanPlan plan, ScanRequest request, ToolSecrets secrets)
            throws IOException, InterruptedException {
        List<ToolOrder> orders = new ArrayList<>();
        Map<String, String> unobtainable = new TreeMap<>();
        for (ScanPlan.PlannedScan scan : plan.tools()) {
            String tool = scan.tool().id();
            if (request.wants(tool)) {
                try {
                    orders.add(ToolOrder.of(scan, List.copyOf(secrets.of(tool).keySet())));
                } catch (IOException e) {
                    unobtainable.put(tool, String.valueOf(e.getMessage()));
                }
            }
        }
        List<Preparation> prepared =
                orders.isEmpty() ? List.of() : agent.prepare(request.directory(), administratorsVariables(), orders);
        Map<String, Preparation> preparations = new TreeMap<>();
        for (int i = 0; i < orders.size(); i++) {
            preparations.put(orders.get(i).id(), prepared.get(i));
        }
        unobtainable.forEach((tool, why) -> preparations.put(tool, new Preparation(Preparation.State.IMPOSSIBLE, why)));
        return plan.tools().stream()
                .map(scan -> run(scan, preparations.get(scan.tool().id())))
                .toList();
    }

    private static ToolRun run(ScanPlan.PlannedScan scan, @CheckForNull Preparation preparation) {
        ToolRun run = ToolRun.waiting(
                scan.tool().id(), ToolDigest.of(scan.tool()), scan.files().size());
        if (preparation == null) {
            return run.leftOut();
        }
        return preparation.state() == Preparation.State.READY
                ? run
                : run.ended(preparation.state().end(), 0, Instant.now(), preparation.detail());
    }

    /** Nothing that a build sets is among them. */
    private Map<String, String> administratorsVariables() throws IOException, InterruptedException {
        Computer computer = agent.workspace().toComputer();
        if (computer == null) {
            throw new IOException(Messages.ToolProcess_noNode());
        }
        return computer.buildEnvironment(build.listener());
    }
}
