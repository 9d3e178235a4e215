package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges that a report was recorded, stays within thresholds, has beside it what must be, and that what it states an end of
 * validity for still holds at the moment that is judged. Days are counted in UTC.
 */
final class ReportCheck {
    private ReportCheck() {}

    static Judgement judge(Check.Report check, Cadence cadence, EvidenceIndex view, Freshness freshness) {
        return DocumentCheck.judge(
                view.reports(check.format()),
                check.format() + " report",
                cadence,
                freshness,
                evidence -> violated(check, evidence, freshness.asOf()));
    }

    private static List<String> violated(Check.Report check, List<Evidence> evidence, Instant asOf) {
        List<String> violated = new ArrayList<>(ThresholdCheck.exceeded(check.thresholds(), evidence));
        List<ReportFact> reports =
                evidence.stream().flatMap(each -> each.reports().stream()).toList();
        for (String format : check.with()) {
            if (reports.stream().noneMatch(each -> each.format().equals(format))) {
                violated.add("no " + format + " report is with it, one expected");
            }
        }
        Period validFor = check.validFor() == null ? Period.ZERO : check.validFor();
        Instant needed = asOf.atZone(ZoneOffset.UTC).plus(validFor).toInstant();
        for (ReportFact report : reports) {
            Instant end = report.validUntil();
            if (end != null && !end.isAfter(needed)) {
                violated.add(
                        end.isAfter(asOf)
                                ? "the " + report.format() + " report holds until " + end + ", expected " + needed
                                        + " at least (" + validFor + " more)"
                                : "what the " + report.format() + " report shows has expired at " + end);
            }
        }
        return violated;
    }
}
