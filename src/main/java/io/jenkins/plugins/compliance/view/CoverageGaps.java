package io.jenkins.plugins.compliance.view;

import io.jenkins.plugins.compliance.engine.assess.Outcome;
import java.util.Set;

/** Outcomes of requirements that nobody can mend by following a procedure. */
final class CoverageGaps {
    /** The policy has no procedure for it, or none that covers all of it. */
    static final Set<Outcome> OF_POLICY = Set.of(Outcome.UNMAPPED, Outcome.PARTIAL);

    private CoverageGaps() {}
}
