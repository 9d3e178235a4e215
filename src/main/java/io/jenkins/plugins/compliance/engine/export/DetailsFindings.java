package io.jenkins.plugins.compliance.engine.export;

import io.jenkins.plugins.compliance.engine.assess.DetailsSource;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.report.ReportSink;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The findings that were kept beside evidence. A report whose findings can't be read is named, once, and the rest goes on: an
 * assessment can be shown though some of what it was judged by is gone.
 */
public final class DetailsFindings implements FindingsSource {
    private final List<Evidence> evidence;
    private final DetailsSource details;
    private final Set<String> unreadable = new LinkedHashSet<>();

    /**
     * @param evidence the evidence of an assessment, in order of sequence
     * @param details gives back the elements of its reports
     */
    public DetailsFindings(List<Evidence> evidence, DetailsSource details) {
        this.evidence = List.copyOf(evidence);
        this.details = details;
    }

    @Override
    public void forEach(Set<EvidenceRef> wanted, FindingVisitor visitor) throws IOException {
        for (Evidence each : evidence) {
            if (wanted.contains(each.ref())) {
                for (ReportFact report : each.reports()) {
                    if (report.details() != null) {
                        read(each, report, visitor);
                    }
                }
            }
        }
    }

    /** What could not be read so far, one sentence each. */
    public List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    private void read(Evidence each, ReportFact report, FindingVisitor visitor) throws IOException {
        try {
            details.read(each, report, new Handing(each.ref(), visitor));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IOException e) {
            unreadable.add("findings of evidence #" + each.sequence() + " " + each.name() + " can't be shown: "
                    + e.getMessage());
        }
    }

    /** Hands findings on; what the visitor throws is no fault of the details and passes through unchanged. */
    private record Handing(EvidenceRef evidence, FindingVisitor visitor) implements ReportSink {
        @Override
        public void finding(Finding finding) {
            try {
                visitor.visit(evidence, finding);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
