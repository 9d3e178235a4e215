package io.jenkins.plugins.compliance.engine.evidence.fact;

import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.time.Instant;
import java.util.List;

/**
 * Something observed that is to be recorded. The ledger adds its place in the chain and the moment of recording.
 *
 * @param name short name for people and file names: lower case, digits and hyphens, for instance {@code scan-spotbugs}
 * @param observedAt when it was observed
 * @param origin whose evidence it is
 * @param tags tags of the application
 * @param reports reports behind it, already stored under the names that they state
 * @param fact what was observed
 */
public record Observation(
        String name, Instant observedAt, Origin origin, Tags tags, List<ReportFact> reports, Fact fact) {

    /** Takes a copy of the reports. */
    public Observation {
        reports = List.copyOf(reports);
    }
}
