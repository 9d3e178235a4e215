package io.jenkins.plugins.compliance.engine.export;

import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import java.io.IOException;

/** Takes findings one at a time. */
@FunctionalInterface
public interface FindingVisitor {
    /**
     * One finding.
     *
     * @param evidence sequence number of the evidence whose report holds it
     * @param finding the finding
     */
    void visit(EvidenceRef evidence, Finding finding) throws IOException;
}
