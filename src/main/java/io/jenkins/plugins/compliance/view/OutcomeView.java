package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * An outcome for people: a word and a shape that no other has, so that colour never has to tell them apart.
 *
 * @param outcome the outcome
 */
@Restricted(NoExternalUse.class)
public record OutcomeView(Outcome outcome) {
    /** The view of an outcome; null of null. */
    @CheckForNull
    static OutcomeView ofNullable(@CheckForNull Outcome outcome) {
        return outcome == null ? null : new OutcomeView(outcome);
    }

    /** The word used in policy, addresses and JSON. */
    public String id() {
        return outcome.id();
    }

    /** Its shape. */
    public String icon() {
        String shape = switch (outcome) {
            case UNVERIFIABLE -> "warning";
            case NOT_SATISFIED -> "close-circle";
            case MISSING -> "help-circle";
            case STALE -> "time";
            case WAIVED -> "shield-half";
            case UNMAPPED -> "unlink";
            case PARTIAL -> "contrast";
            case SATISFIED -> "checkmark-circle";
            case NOT_APPLICABLE -> "remove-circle";
        };
        return "symbol-" + shape + "-outline plugin-ionicons-api";
    }

    /** Its word in the reader's language. */
    public String words() {
        return switch (outcome) {
            case UNVERIFIABLE -> Messages.Outcome_unverifiable();
            case NOT_SATISFIED -> Messages.Outcome_notSatisfied();
            case MISSING -> Messages.Outcome_missing();
            case STALE -> Messages.Outcome_stale();
            case WAIVED -> Messages.Outcome_waived();
            case UNMAPPED -> Messages.Outcome_unmapped();
            case PARTIAL -> Messages.Outcome_partial();
            case SATISFIED -> Messages.Outcome_satisfied();
            case NOT_APPLICABLE -> Messages.Outcome_notApplicable();
        };
    }

    /** What it means, one sentence. */
    public String meaning() {
        return switch (outcome) {
            case UNVERIFIABLE -> Messages.Outcome_unverifiable_meaning();
            case NOT_SATISFIED -> Messages.Outcome_notSatisfied_meaning();
            case MISSING -> Messages.Outcome_missing_meaning();
            case STALE -> Messages.Outcome_stale_meaning();
            case WAIVED -> Messages.Outcome_waived_meaning();
            case UNMAPPED -> Messages.Outcome_unmapped_meaning();
            case PARTIAL -> Messages.Outcome_partial_meaning();
            case SATISFIED -> Messages.Outcome_satisfied_meaning();
            case NOT_APPLICABLE -> Messages.Outcome_notApplicable_meaning();
        };
    }

    /** What it means for the whole of an application, in two or three words. */
    public String headline() {
        return switch (outcome) {
            case UNVERIFIABLE -> Messages.Verdict_unverifiable();
            case NOT_SATISFIED -> Messages.Verdict_notSatisfied();
            case MISSING -> Messages.Verdict_missing();
            case STALE -> Messages.Verdict_stale();
            case WAIVED -> Messages.Verdict_waived();
            case UNMAPPED -> Messages.Verdict_unmapped();
            case PARTIAL -> Messages.Verdict_partial();
            case SATISFIED -> Messages.Verdict_satisfied();
            case NOT_APPLICABLE -> Messages.Verdict_notApplicable();
        };
    }
}
