package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import java.util.List;
import java.util.TreeSet;

/** Judges that enough people who may approve a build did. */
final class ApprovalCheck {
    private ApprovalCheck() {}

    static Judgement judge(Check.Approval check, Cadence cadence, EvidenceIndex view, Freshness freshness) {
        List<Evidence> evidence = view.approvals(check.what());
        return DocumentCheck.judge(
                evidence, "approval " + check.what(), cadence, freshness, found -> violated(check, found));
    }

    private static List<String> violated(Check.Approval check, List<Evidence> evidence) {
        TreeSet<String> approvers = new TreeSet<>();
        evidence.stream()
                .map(each -> fact(each).approver())
                .filter(who -> check.approvers().isEmpty() || check.approvers().contains(who))
                .forEach(approvers::add);
        if (approvers.size() >= check.minApprovers()) {
            return List.of();
        }
        String accepted = check.approvers().isEmpty() ? "" : " of " + String.join(", ", check.approvers());
        return List.of(approvers.size() + " approvers" + (approvers.isEmpty() ? "" : " " + approvers) + ", at least "
                + check.minApprovers() + accepted + " expected");
    }

    private static Fact.Approval fact(Evidence evidence) {
        return (Fact.Approval) evidence.fact();
    }
}
