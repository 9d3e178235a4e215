package io.jenkins.plugins.compliance.engine.assess;

import java.util.Map;
import java.util.stream.Stream;

/**
 * The one place that decides what an assessment comes to as a whole: the worst outcome of the procedures that apply and of the
 * requirements that are demanded. Pages, columns, badges, exports, the index of builds and exit codes all ask here.
 */
public final class OverallOutcome {
    private OverallOutcome() {}

    /**
     * The overall outcome.
     *
     * @param procedures how many applicable procedures have which outcome
     * @param requirements how many demanded requirements have which outcome
     * @return {@link Outcome#NOT_APPLICABLE} when there are none of either
     */
    public static Outcome of(Map<Outcome, Long> procedures, Map<Outcome, Long> requirements) {
        return Stream.concat(procedures.entrySet().stream(), requirements.entrySet().stream())
                .filter(each -> each.getValue() > 0)
                .map(Map.Entry::getKey)
                .reduce(Outcome.NOT_APPLICABLE, Outcome::worse);
    }
}
