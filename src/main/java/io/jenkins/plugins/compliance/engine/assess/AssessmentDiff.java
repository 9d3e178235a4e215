package io.jenkins.plugins.compliance.engine.assess;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What differs between two assessments of the same job: under another policy, or at another moment.
 *
 * @param procedures procedures whose outcome differs, in the order of the second assessment, gone ones last
 * @param requirements requirements whose outcome differs, in the order of the second assessment, gone ones last
 */
public record AssessmentDiff(List<Change<String>> procedures, List<Change<RequirementRef>> requirements) {
    /** Takes copies of the lists. */
    public AssessmentDiff {
        procedures = List.copyOf(procedures);
        requirements = List.copyOf(requirements);
    }

    /**
     * A change of outcome.
     *
     * @param <I> how the thing is named
     * @param id what changed
     * @param before outcome before; null when it was not there
     * @param after outcome after; null when it is not there any more
     */
    public record Change<I>(
            I id,
            @CheckForNull Outcome before,
            @CheckForNull Outcome after) {}

    /** Compares two assessments. */
    public static AssessmentDiff between(Assessment before, Assessment after) {
        return new AssessmentDiff(
                changes(procedures(before), procedures(after)), changes(requirements(before), requirements(after)));
    }

    private static Map<String, Outcome> procedures(Assessment assessment) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        assessment.applicable().forEach(each -> outcomes.put(each.procedure().id(), each.outcome()));
        return outcomes;
    }

    private static Map<RequirementRef, Outcome> requirements(Assessment assessment) {
        Map<RequirementRef, Outcome> outcomes = new LinkedHashMap<>();
        assessment.requirements().forEach(each -> outcomes.put(each.requirement(), each.outcome()));
        return outcomes;
    }

    private static <I> List<Change<I>> changes(Map<I, Outcome> before, Map<I, Outcome> after) {
        List<Change<I>> changes = new ArrayList<>();
        after.forEach((id, outcome) -> {
            if (before.get(id) != outcome) {
                changes.add(new Change<>(id, before.get(id), outcome));
            }
        });
        before.forEach((id, outcome) -> {
            if (!after.containsKey(id)) {
                changes.add(new Change<>(id, outcome, null));
            }
        });
        return changes;
    }
}
