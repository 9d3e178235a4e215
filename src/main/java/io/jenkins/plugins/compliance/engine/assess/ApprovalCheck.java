package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.util.List;
import java.util.TreeSet;

/** Judges that enough people who may approve a build did. */
final class ApprovalCheck {
    private ApprovalCheck() {}

    static Judgement judge(Check.Approval check, Cadence cadence, EvidenceIndex view, Freshness freshness) {
        List<Evidence> evidence = view.approvals(check.what());
        return DocumentCheck.judge(
                evidence,
                OutcomeReason.APPROVAL_OF.of(check.what()),
                cadence,
                freshness,
                found -> violated(check, found));
    }

    private static List<Phrase> violated(Check.Approval check, List<Evidence> evidence) {
        TreeSet<String> approvers = new TreeSet<>();
        evidence.stream()
                .map(each -> fact(each).approver())
                .filter(who -> check.approvers().isEmpty() || check.approvers().contains(who))
                .forEach(approvers::add);
        if (approvers.size() >= check.minApprovers()) {
            return List.of();
        }
        return List.of(OutcomeReason.FEW_APPROVERS.of(
                approvers.size(), List.copyOf(approvers), check.minApprovers(), check.approvers()));
    }

    private static Fact.Approval fact(Evidence evidence) {
        return (Fact.Approval) evidence.fact();
    }
}
