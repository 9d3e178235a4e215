package io.jenkins.plugins.compliance.steps.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Computer;
import hudson.model.Label;
import hudson.model.Node;
import io.jenkins.plugins.compliance.config.JobSettings;
import io.jenkins.plugins.compliance.engine.policy.Tags;
import io.jenkins.plugins.compliance.engine.scan.ScanDemands;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan;
import io.jenkins.plugins.compliance.engine.scan.ScanPlanner;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import io.jenkins.plugins.compliance.engine.scan.ScanTools;
import io.jenkins.plugins.compliance.engine.scan.ToolDigest;
import io.jenkins.plugins.compliance.record.ControllerClock;
import java.io.IOException;
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
    void plan(ScanState state, ScanTools tools) throws IOException, InterruptedException {
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
                ControllerClock.now(),
                directory,
                prepare(plan, request),
                plan.uncovered().isEmpty());
    }

    private List<ToolRun> prepare(ScanPlan plan, ScanRequest request) throws IOException, InterruptedException {
        Map<String, Preparation> preparations = new TreeMap<>();
        List<ToolOrder> orders = new ArrayList<>();
        for (ScanPlan.PlannedScan scan : plan.tools()) {
            String tool = scan.tool().id();
            String label = build.settings().setup(tool).label();
            if (!request.wants(tool)) {
                continue;
            }
            if (label != null && !isLabelled(label)) {
                preparations.put(
                        tool, new Preparation(Preparation.State.ABSENT, Messages.ScanPlanning_notLabelled(label)));
                continue;
            }
            try {
                orders.add(ToolOrder.of(
                        scan, List.copyOf(ToolSecrets.of(build.run(), tool).variables())));
            } catch (AbortException e) {
                preparations.put(tool, new Preparation(Preparation.State.IMPOSSIBLE, String.valueOf(e.getMessage())));
            }
        }
        List<Preparation> prepared =
                orders.isEmpty() ? List.of() : agent.prepare(request.directory(), administratorsVariables(), orders);
        for (int i = 0; i < prepared.size(); i++) {
            preparations.put(orders.get(i).id(), prepared.get(i));
        }
        return plan.tools().stream()
                .map(scan -> run(scan, preparations.get(scan.tool().id())))
                .toList();
    }

    private boolean isLabelled(String expression) throws IOException {
        Node node = computer().getNode();
        try {
            return node != null && Label.parseExpression(expression).matches(node);
        } catch (IllegalArgumentException e) {
            // Written into the XML by hand: no agent has such a label.
            return false;
        }
    }

    private static ToolRun run(ScanPlan.PlannedScan scan, @CheckForNull Preparation preparation) {
        ToolRun run = ToolRun.waiting(
                scan.tool().id(), ToolDigest.of(scan.tool()), scan.files().size());
        if (preparation == null) {
            return run.leftOut();
        }
        return preparation.state() == Preparation.State.READY
                ? run
                : run.ended(preparation.state().end(), 0, ControllerClock.now(), preparation.detail());
    }

    /** Nothing that a build sets is among them. */
    private Map<String, String> administratorsVariables() throws IOException, InterruptedException {
        return computer().buildEnvironment(build.listener());
    }

    private Computer computer() throws IOException {
        Computer computer = agent.workspace().toComputer();
        if (computer == null) {
            throw new IOException(Messages.ToolProcess_noNode());
        }
        return computer;
    }
}
