package io.jenkins.plugins.compliance.engine.assess;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;

/** Judges that somebody who may attest something did, and that it still holds. Days are counted in UTC. */
final class AttestationCheck {
    private AttestationCheck() {}

    static Judgement judge(Check.Attestation check, Cadence cadence, EvidenceIndex view, Freshness freshness) {
        List<Evidence> ofType = view.attestations(check.type());
        if (ofType.isEmpty()) {
            return Judgement.missing(OutcomeReason.NOBODY_ATTESTED.of(check.type()));
        }
        Evidence evidence = newestPermitted(check, ofType);
        if (evidence == null) {
            Evidence newest = ofType.get(ofType.size() - 1);
            return judged(
                    Outcome.NOT_SATISFIED,
                    OutcomeReason.ATTESTED_BY_OTHERS.of(check.type()),
                    OutcomeReason.ISSUED_BY_OTHER.of(fact(newest).issuer(), check.issuers()),
                    newest);
        }
        List<Phrase> doubts = EvidenceDoubts.doubts(evidence);
        if (!doubts.isEmpty()) {
            return Judgement.of(
                    Outcome.UNVERIFIABLE,
                    OutcomeReason.ATTESTATION_UNRELIABLE.of(check.type()),
                    doubts,
                    List.of(evidence));
        }
        return judge(check, cadence, evidence, freshness);
    }

    private static Judgement judge(Check.Attestation check, Cadence cadence, Evidence evidence, Freshness freshness) {
        Fact.Attestation attestation = fact(evidence);
        LocalDate today = freshness.asOf().atZone(ZoneOffset.UTC).toLocalDate();
        Phrase validity = OutcomeReason.ATTESTATION_VALIDITY.of(
                attestation.issued(), attestation.issuer(), attestation.expires());
        if (attestation.issued().isAfter(today)) {
            return judged(
                            Outcome.NOT_SATISFIED,
                            OutcomeReason.ATTESTATION_IN_FUTURE.of(check.type()),
                            validity,
                            evidence)
                    .until(beginOf(attestation.issued()));
        }
        LocalDate expires = attestation.expires();
        if (expires != null && today.isAfter(expires)) {
            return judged(Outcome.STALE, OutcomeReason.ATTESTATION_EXPIRED.of(check.type()), validity, evidence);
        }
        Period maxAge = check.maxAge();
        LocalDate last = maxAge == null ? null : attestation.issued().plus(maxAge);
        if (last != null && today.isAfter(last)) {
            Phrase summary = OutcomeReason.ATTESTATION_OLDER_THAN.of(check.type(), String.valueOf(maxAge));
            return judged(Outcome.STALE, summary, validity, evidence);
        }
        Phrase old = freshness.tooOld(evidence, cadence).orElse(null);
        if (old != null) {
            return judged(Outcome.STALE, OutcomeReason.ATTESTATION_TOO_OLD.of(check.type()), old, evidence);
        }
        Instant end = Freshness.earlier(dayAfter(expires), dayAfter(last));
        return judged(Outcome.SATISFIED, OutcomeReason.ATTESTATION_HOLDS.of(check.type()), validity, evidence)
                .until(Freshness.earlier(end, freshness.staleAt(List.of(evidence), cadence)));
    }

    private static Judgement judged(Outcome outcome, Phrase summary, Phrase reason, Evidence evidence) {
        return Judgement.of(outcome, summary, List.of(reason), List.of(evidence));
    }

    private static Instant beginOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @CheckForNull
    private static Instant dayAfter(@CheckForNull LocalDate last) {
        return last == null ? null : beginOf(last.plusDays(1));
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

    private static Fact.Attestation fact(Evidence evidence) {
        return (Fact.Attestation) evidence.fact();
    }
}
