package io.jenkins.plugins.compliance.engine.assess;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Judges that somebody who may attest something did, and that it still holds. Days are counted in UTC. */
final class AttestationCheck {
    private AttestationCheck() {}

    static Judgement judge(Check.Attestation check, Cadence cadence, EvidenceIndex view, Freshness freshness) {
        List<Evidence> ofType = view.attestations(check.type());
        if (ofType.isEmpty()) {
            return Judgement.missing("Nobody ever attested " + check.type() + ".");
        }
        Evidence evidence = newestPermitted(check, ofType);
        if (evidence == null) {
            Evidence newest = ofType.get(ofType.size() - 1);
            return Judgement.of(
                    Outcome.NOT_SATISFIED,
                    "The attestation " + check.type() + " is by somebody who may not issue it.",
                    List.of("issued by " + fact(newest).issuer() + "; policy accepts "
                            + String.join(", ", check.issuers())),
                    List.of(newest));
        }
        List<String> doubts = EvidenceDoubts.doubts(evidence);
        if (!doubts.isEmpty()) {
            return Judgement.of(
                    Outcome.UNVERIFIABLE,
                    "The attestation " + check.type() + " can't be relied on.",
                    doubts,
                    List.of(evidence));
        }
        Fact.Attestation attestation = fact(evidence);
        LocalDate today = freshness.asOf().atZone(ZoneOffset.UTC).toLocalDate();
        String validity = "issued " + attestation.issued() + " by " + attestation.issuer()
                + (attestation.expires() == null ? "" : ", expires " + attestation.expires());
        if (attestation.issued().isAfter(today)) {
            return Judgement.of(
                    Outcome.NOT_SATISFIED,
                    "The attestation " + check.type() + " is dated in the future.",
                    List.of(validity),
                    List.of(evidence));
        }
        LocalDate expires = attestation.expires();
        if (expires != null && today.isAfter(expires)) {
            return stale(check, "has expired", validity, evidence);
        }
        if (check.maxAge() != null && today.isAfter(attestation.issued().plus(check.maxAge()))) {
            return stale(check, "is older than " + check.maxAge(), validity, evidence);
        }
        return freshness
                .tooOld(evidence, cadence)
                .map(old -> stale(check, "is older than the cadence", old, evidence))
                .orElseGet(() -> Judgement.of(
                        Outcome.SATISFIED,
                        "The attestation " + check.type() + " holds.",
                        List.of(validity),
                        List.of(evidence)));
    }

    @CheckForNull
    private static Evidence newestPermitted(Check.Attestation check, List<Evidence> ofType) {
        for (int i = ofType.size() - 1; i >= 0; i--) {
            Evidence each = ofType.get(i);
            if (check.issuers().isEmpty() || check.issuers().contains(fact(each).issuer())) {
                return each;
            }
        }
        return null;
    }

    private static Judgement stale(Check.Attestation check, String how, String reason, Evidence evidence) {
        return Judgement.of(
                Outcome.STALE, "The attestation " + check.type() + " " + how + ".", List.of(reason), List.of(evidence));
    }

    private static Fact.Attestation fact(Evidence evidence) {
        return (Fact.Attestation) evidence.fact();
    }
}
