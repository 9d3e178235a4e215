package io.jenkins.plugins.compliance.engine.export;

import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import java.io.IOException;
import java.util.Set;

/**
 * Gives back the findings behind evidence, streaming: nobody holds all of them. An export may ask several times and gets the
 * same findings in the same order each time.
 */
@FunctionalInterface
public interface FindingsSource {
    /** No findings. */
    FindingsSource NONE = (evidence, visitor) -> {};

    /**
     * Hands over every finding of some evidence, evidence in ascending order of sequence, findings in the order of their report.
     *
     * @param evidence the evidence that is asked for
     * @param visitor takes the findings
     * @throws IOException when findings that should be there can't be read, or the visitor refuses
     */
    void forEach(Set<EvidenceRef> evidence, FindingVisitor visitor) throws IOException;
}
