package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.report.ReportSink;
import java.io.IOException;

/**
 * Gives back the elements of a report (components, test cases, findings) that were kept beside the evidence. Most checks need
 * none: thresholds are judged on the counts that the evidence itself holds.
 */
@FunctionalInterface
public interface DetailsSource {
    /** Nothing was kept. */
    DetailsSource NONE = (evidence, report, sink) -> {
        throw new DetailsException(
                OutcomeReason.DETAILS_NOT_KEPT.of(evidence.ref().argument(), report.format()));
    };

    /**
     * Hands every element of a report to a sink.
     *
     * @throws IOException when they are not kept any more, were changed, or can't be read
     */
    void read(Evidence evidence, ReportFact report, ReportSink sink) throws IOException;
}
