package io.jenkins.plugins.compliance.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Computer;
import hudson.model.Label;
import hudson.model.Node;
import io.jenkins.plugins.compliance.config.JobSettings;
import io.jenkins.plugins.compliance.config.tools.UnusableSecretException;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import io.jenkins.plugins.compliance.engine.scan.ScanDemand;
import io.jenkins.plugins.compliance.engine.scan.ScanDemands;
import io.jenkins.plugins.compliance.engine.scan.ScanPlan;
import io.jenkins.plugins.compliance.engine.scan.ScanPlanner;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import io.jenkins.plugins.compliance.engine.scan.ScanTools;
import io.jenkins.plugins.compliance.engine.scan.ToolDigest;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Plans a scan as policy demands it, and prepares its runs on the agent. */
final class ScanPlanning {
    private final ScanContext build;
    private final ScanAgent agent;
    private final ScanLog log;

    ScanPlanning(ScanContext build, ScanAgent agent, ScanLog log) {
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
        Set<ScanDemand> demands = ScanDemands.of(settings.policy(), tags);
        ScannedDirectory workspace = agent.list("");
        ScanPlan whole = ScanPlanner.plan(demands, tools.tools(), tags, workspace.listing());
        ScannedDirectory directory = workspace;
        ScanPlan plan = whole;
        String part = "";
        if (!request.directory().isEmpty()) {
            directory = agent.list(request.directory());
            plan = ScanPlanner.plan(demands, tools.tools(), tags, directory.listing());
            part = DisplayText.line(directory.within(workspace));
        }
        log.plan(tags, plan, tools.problems(), request);
        List<ToolRun> runs = prepare(whole, plan, part, request);
        runs.forEach(run -> log.elsewhere(run, request));
        state.plan(
                ControllerClock.now(), directory, part, runs, whole.uncovered().isEmpty());
    }

    /** All tools that the workspace is to be scanned by are planned; those that find nothing in the directory are left out here. */
    private List<ToolRun> prepare(ScanPlan whole, ScanPlan plan, String part, ScanRequest request)
            throws IOException, InterruptedException {
        Map<String, Preparation> preparations = new TreeMap<>();
        List<ToolOrder> orders = new ArrayList<>();
        for (ScanPlan.PlannedScan scan : plan.tools()) {
            String tool = scan.tool().id();
            String label = build.settings().setup(tool).label();
            if (!request.wants(tool)) {
                continue;
            }
            if (label != null && !isLabelled(label)) {
                preparations.put(tool, new Preparation(Preparation.State.ABSENT, RunReason.NOT_LABELLED.of(label)));
                continue;
            }
            try {
                orders.add(ToolOrder.of(
                        scan, List.copyOf(ToolSecrets.of(build.run(), tool).variables())));
            } catch (UnusableSecretException e) {
                preparations.put(tool, new Preparation(Preparation.State.IMPOSSIBLE, e.why()));
            }
        }
        List<Preparation> prepared =
                orders.isEmpty() ? List.of() : agent.prepare(request.directory(), administratorsVariables(), orders);
        for (int i = 0; i < prepared.size(); i++) {
            preparations.put(orders.get(i).id(), prepared.get(i));
        }
        Map<String, List<String>> found = new TreeMap<>();
        plan.tools().forEach(scan -> found.put(scan.tool().id(), scan.files()));
        return whole.tools().stream()
                .map(scan -> run(
                        scan.tool(),
                        new ToolFiles(found.getOrDefault(scan.tool().id(), List.of()), scan.files(), part),
                        preparations.get(scan.tool().id())))
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

    private static ToolRun run(ScanTool tool, ToolFiles files, @CheckForNull Preparation preparation) {
        ToolRun run = ToolRun.waiting(tool.id(), ToolDigest.of(tool), files);
        if (preparation == null) {
            return run.leftOut();
        }
        return preparation.state() == Preparation.State.READY
                ? run
                : run.ended(preparation.state().end(), 0, ControllerClock.now(), preparation.why());
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
