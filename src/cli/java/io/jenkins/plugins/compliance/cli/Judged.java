package io.jenkins.plugins.compliance.cli;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.AssessmentInput;
import io.jenkins.plugins.compliance.engine.assess.Assessor;
import io.jenkins.plugins.compliance.engine.assess.FolderDetailsSource;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.Waiver;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.export.DetailsFindings;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * An evidence folder that was judged.
 *
 * @param assessment the assessment
 * @param findings gives back the findings
 * @param waivers the waivers that were applied
 */
record Judged(Assessment assessment, DetailsFindings findings, List<Waiver> waivers) {

    static Judged of(
            PolicyIndex policy,
            Path folder,
            List<Evidence> evidence,
            @CheckForNull String build,
            Tags tags,
            List<Waiver> waivers,
            Instant asOf) {
        FolderDetailsSource details = new FolderDetailsSource(folder);
        String job = evidence.isEmpty()
                ? String.valueOf(folder.toAbsolutePath().normalize().getFileName())
                : evidence.get(evidence.size() - 1).origin().job();
        Assessment assessment =
                Assessor.assess(new AssessmentInput(policy, job, build, tags, evidence, details, waivers, asOf));
        return new Judged(assessment, new DetailsFindings(assessment.evidence(), details), waivers);
    }

    /** Satisfied or waived: 0; something that can't be told: 3; else 1. */
    int exitCode() {
        Outcome overall = assessment.overall();
        if (overall == Outcome.UNVERIFIABLE) {
            return ExitCode.UNVERIFIABLE;
        }
        return overall.waivable() ? ExitCode.NOT_SATISFIED : ExitCode.OK;
    }
}
