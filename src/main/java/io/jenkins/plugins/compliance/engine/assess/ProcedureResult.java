package io.jenkins.plugins.compliance.engine.assess;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import java.time.Instant;

/**
 * The outcome of one procedure.
 *
 * @param procedure the procedure
 * @param outcome its outcome
 * @param waived the outcome that a waiver covers; null unless {@code outcome} is {@link Outcome#WAIVED}
 * @param waiver id of that waiver; null unless {@code outcome} is {@link Outcome#WAIVED}
 * @param explanation why
 * @param changesAt before this moment time alone changes nothing about it; null when it never does
 */
public record ProcedureResult(
        Procedure procedure,
        Outcome outcome,
        @CheckForNull Outcome waived,
        @CheckForNull String waiver,
        Explanation explanation,
        @CheckForNull Instant changesAt) {}
