package io.jenkins.plugins.compliance.engine.assess;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.io.Wildcard;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.report.ReportSink;
import io.jenkins.plugins.compliance.engine.report.ReportSummary.TestCounts;
import io.jenkins.plugins.compliance.engine.report.finding.TestCase;
import io.jenkins.plugins.compliance.engine.wording.Argument;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Judges that tests ran and passed. */
final class TestCheck {
    private TestCheck() {}

    static Judgement judge(
            Check.Test check, Cadence cadence, EvidenceIndex view, DetailsSource details, Freshness freshness) {
        List<Evidence> evidence = view.tests();
        return DocumentCheck.judge(
                evidence, OutcomeReason.TEST_RESULT.of(), cadence, freshness, found -> violated(check, found, details));
    }

    private static List<Phrase> violated(Check.Test check, List<Evidence> evidence, DetailsSource details)
            throws IOException {
        Counts counts = new Counts(check.suite(), check.name());
        for (Evidence each : evidence) {
            for (ReportFact report : each.reports()) {
                if (check.suite() == null && check.name() == null) {
                    counts.add(report.tests());
                } else {
                    details.read(each, report, counts);
                }
            }
        }
        Argument which = check.suite() == null && check.name() == null ? Argument.NONE : Argument.term("matching");
        List<Phrase> violated = new ArrayList<>();
        if (counts.ran() < check.minCases()) {
            violated.add(OutcomeReason.FEW_TESTS_RAN.of(counts.ran(), which, check.minCases()));
        }
        if (counts.failed > check.maxFailed()) {
            violated.add(OutcomeReason.TESTS_FAILED.of(counts.failed, which, check.maxFailed()));
        }
        Integer maxSkipped = check.maxSkipped();
        if (maxSkipped != null && counts.skipped > maxSkipped) {
            violated.add(OutcomeReason.TESTS_SKIPPED.of(counts.skipped, which, maxSkipped));
        }
        return violated;
    }

    private static final class Counts implements ReportSink {
        @CheckForNull
        private final String suite;

        @CheckForNull
        private final String name;

        private long passed;
        private long failed;
        private long skipped;

        Counts(@CheckForNull String suite, @CheckForNull String name) {
            this.suite = suite;
            this.name = name;
        }

        void add(TestCounts counts) {
            passed += counts.passed();
            failed += counts.failed() + counts.errors();
            skipped += counts.skipped();
        }

        @Override
        public void testCase(TestCase testCase) {
            if ((suite == null || Wildcard.matches(suite, testCase.suite()))
                    && (name == null || Wildcard.matches(name, testCase.qualifiedName()))) {
                switch (testCase.result()) {
                    case PASSED -> passed++;
                    case FAILED, ERROR -> failed++;
                    case SKIPPED -> skipped++;
                }
            }
        }

        long ran() {
            return passed + failed;
        }
    }
}
