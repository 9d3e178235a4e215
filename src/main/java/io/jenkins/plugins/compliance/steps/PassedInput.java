package io.jenkins.plugins.compliance.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jenkinsci.plugins.workflow.actions.ArgumentsAction;
import org.jenkinsci.plugins.workflow.actions.TimingAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.support.steps.input.InputSubmittedAction;

/**
 * Somebody let a pipeline pass at an {@code input}, as the build itself remembers it. Only to be used where the plugin of that step
 * is there.
 *
 * @param approver id of the user
 * @param at when
 * @param message what they were asked; null when that is not known
 */
record PassedInput(
        String approver, Instant at, @CheckForNull String message) {
    private static final int LONGEST = 300;

    /**
     * The input that was passed last on the way to a node; inputs of branches beside it are none on its way. One that was passed by
     * nobody with a name is no approval.
     */
    static Optional<PassedInput> before(FlowNode node) {
        Set<FlowNode> seen = new HashSet<>();
        DepthFirstScanner scanner = new DepthFirstScanner();
        scanner.setup(List.of(node));
        PassedInput newest = null;
        for (FlowNode each : scanner) {
            if (seen.add(each)) {
                InputSubmittedAction submitted = each.getAction(InputSubmittedAction.class);
                PassedInput found = submitted == null ? null : of(each, submitted, seen, node);
                if (found != null && (newest == null || found.at().isAfter(newest.at()))) {
                    newest = found;
                }
            }
        }
        return Optional.ofNullable(newest);
    }

    private static @CheckForNull PassedInput of(
            FlowNode input, InputSubmittedAction submitted, Set<FlowNode> later, FlowNode end) {
        String approver = submitted.getApprover();
        if (approver == null || approver.isBlank()) {
            return null;
        }
        // A build goes on with the next node at the moment when somebody lets it pass.
        long at = later.stream()
                .filter(each -> each.getParents().contains(input))
                .mapToLong(TimingAction::getStartTime)
                .filter(time -> time > 0)
                .min()
                .orElseGet(() -> TimingAction.getStartTime(end));
        Map<String, Object> arguments = ArgumentsAction.getFilteredArguments(input);
        Object message = arguments.get("message");
        return new PassedInput(
                approver,
                Instant.ofEpochMilli(at),
                message == null ? null : DisplayText.line(String.valueOf(message), LONGEST));
    }
}
