package io.jenkins.plugins.compliance.view;

import hudson.model.Job;
import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import io.jenkins.plugins.compliance.engine.export.Chain;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.record.clock.MomentText;
import java.util.List;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** An assessment that pages show, with the links between its parts and the addresses at which they are shown. */
@Restricted(NoExternalUse.class)
public final class AssessmentViewModel {
    private final Assessment assessment;
    private final Chain chain;
    private final ComplianceUrls urls;
    private final Job<?, ?> job;

    AssessmentViewModel(Assessment assessment, ComplianceUrls urls, Job<?, ?> job) {
        this.assessment = assessment;
        this.chain = new Chain(assessment);
        this.urls = urls;
        this.job = job;
    }

    /** The assessment. */
    public Assessment assessment() {
        return assessment;
    }

    /** The links between its parts. */
    public Chain chain() {
        return chain;
    }

    /** Where its parts are shown. */
    public ComplianceUrls urls() {
        return urls;
    }

    /** The policy that it was judged by. */
    public PolicyPack policy() {
        return assessment.policy();
    }

    /** Its verdict: what it comes to as a whole. */
    public OutcomeView verdict() {
        return new OutcomeView(assessment.overall());
    }

    /** Its verdict in one or two sentences. */
    public String sentence() {
        if (assessment.applicable().isEmpty() && assessment.requirements().isEmpty()) {
            return Messages.AssessmentViewModel_nothing();
        }
        return Messages.AssessmentViewModel_sentence(
                procedureCounts().satisfied(),
                procedureCounts().total(),
                requirementCounts().satisfied(),
                requirementCounts().total());
    }

    /** The procedures that apply, counted by outcome. */
    public OutcomeCounts procedureCounts() {
        return OutcomeCounts.of(assessment.procedureCounts());
    }

    /** The demanded requirements, counted by outcome. */
    public OutcomeCounts requirementCounts() {
        return OutcomeCounts.of(assessment.requirementCounts());
    }

    /** The moment that was judged. */
    public MomentText moment() {
        return new MomentText(assessment.asOf());
    }

    /** A procedure for a table. */
    ProcedureRow row(ProcedureResult result) {
        return ProcedureRow.of(result, this);
    }

    /** A requirement for a table. */
    RequirementRow row(RequirementResult result) {
        return RequirementRow.of(result, this);
    }

    /** A piece of evidence for a table. */
    EvidenceRow row(Evidence evidence) {
        return EvidenceRow.of(evidence, this);
    }

    /** The job. */
    Job<?, ?> job() {
        return job;
    }

    /** The result of a demanded requirement. */
    Optional<RequirementResult> requirement(RequirementRef ref) {
        return assessment.requirements().stream()
                .filter(each -> each.requirement().equals(ref))
                .findFirst();
    }

    /** The evidence of this name. */
    Optional<Evidence> evidence(EvidenceRef ref) {
        return evidence(ref.sequence()).filter(each -> each.ref().equals(ref));
    }

    /** The evidence with a sequence number, in the ledger of the job itself. */
    Optional<Evidence> evidence(long sequence) {
        List<Evidence> all = assessment.evidence();
        int guess = (int) Math.min(Math.max(sequence, 1), all.size()) - 1;
        if (guess >= 0 && all.get(guess).sequence() == sequence) {
            return Optional.of(all.get(guess));
        }
        return all.stream().filter(each -> each.sequence() == sequence).findFirst();
    }

    /** A link to a procedure. */
    Link link(ProcedureResult result) {
        String id = result.procedure().id();
        return new Link(result.procedure().title(), id, urls.procedure(id), new OutcomeView(result.outcome()));
    }

    /** A link to a requirement. */
    Link link(RequirementResult result) {
        return new Link(
                result.title(),
                String.valueOf(result.requirement()),
                urls.requirement(result.requirement()),
                new OutcomeView(result.outcome()));
    }

    /** A link to evidence. */
    Link link(Evidence evidence) {
        boolean broken = evidence.integrity() instanceof Evidence.Integrity.Broken;
        return new Link(
                "#" + evidence.sequence() + " " + evidence.name(),
                String.valueOf(evidence.sequence()),
                urls.evidence(evidence.sequence()),
                broken ? new OutcomeView(Outcome.UNVERIFIABLE) : null);
    }
}
