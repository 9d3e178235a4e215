package io.jenkins.plugins.compliance.engine.assess;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges that a report was recorded, stays within thresholds, has beside it what must be, and that what it states an end of
 * validity for still holds at the moment that is judged. Days are counted in UTC.
 */
final class ReportCheck {
    private ReportCheck() {}

    static Judgement judge(Check.Report check, Cadence cadence, EvidenceIndex view, Freshness freshness) {
        List<Evidence> evidence = view.reports(check.format());
        Judgement judgement = DocumentCheck.judge(
                evidence,
                OutcomeReason.REPORT_OF_FORMAT.of(check.format()),
                cadence,
                freshness,
                found -> violated(check, found, freshness.asOf()));
        // What is too old already can still come to the end of its validity, which is worse.
        return judgement.outcome() == Outcome.SATISFIED || judgement.outcome() == Outcome.STALE
                ? judgement.until(Freshness.earlier(judgement.changesAt(), endOfValidity(check, evidence, freshness)))
                : judgement;
    }

    private static List<Phrase> violated(Check.Report check, List<Evidence> evidence, Instant asOf) {
        List<Phrase> violated = new ArrayList<>(ThresholdCheck.exceeded(check.thresholds(), evidence));
        List<ReportFact> reports = reports(evidence);
        for (String format : check.with()) {
            if (reports.stream().noneMatch(each -> each.format().equals(format))) {
                violated.add(OutcomeReason.COMPANION_MISSING.of(format));
            }
        }
        Period validFor = validFor(check);
        Instant needed = asOf.atZone(ZoneOffset.UTC).plus(validFor).toInstant();
        for (ReportFact report : reports) {
            Instant end = report.validUntil();
            if (end != null && !end.isAfter(needed)) {
                violated.add(
                        end.isAfter(asOf)
                                ? OutcomeReason.EXPIRES_TOO_SOON.of(report.format(), end, needed, validFor.toString())
                                : OutcomeReason.EXPIRED.of(report.format(), end));
            }
        }
        return violated;
    }

    /** The first moment ahead at which one of the reports is not valid for long enough any more; null when none states an end. */
    @CheckForNull
    private static Instant endOfValidity(Check.Report check, List<Evidence> evidence, Freshness freshness) {
        Instant first = null;
        for (ReportFact report : reports(evidence)) {
            Instant end = report.validUntil();
            if (end != null) {
                first = Freshness.earlier(first, firstNotFollowedBy(validFor(check), end));
            }
        }
        return freshness.ahead(first);
    }

    /** The first moment from which a period reaches an end. Months differ in length, so that there can be days that none goes back to. */
    private static Instant firstNotFollowedBy(Period period, Instant end) {
        ZonedDateTime moment = end.atZone(ZoneOffset.UTC).minus(period);
        while (moment.plus(period).toInstant().isBefore(end)) {
            moment = moment.toLocalDate().plusDays(1).atStartOfDay(ZoneOffset.UTC);
        }
        return moment.toInstant();
    }

    private static Period validFor(Check.Report check) {
        return check.validFor() == null ? Period.ZERO : check.validFor();
    }

    private static List<ReportFact> reports(List<Evidence> evidence) {
        return evidence.stream().flatMap(each -> each.reports().stream()).toList();
    }
}
