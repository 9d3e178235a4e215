package io.jenkins.plugins.compliance.engine.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.cwe.RuleWeaknesses;
import io.jenkins.plugins.compliance.engine.report.finding.Component;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.FindingIdentity;
import io.jenkins.plugins.compliance.engine.report.finding.Fingerprints;
import io.jenkins.plugins.compliance.engine.report.finding.SourceRoot;
import io.jenkins.plugins.compliance.engine.report.finding.Tallying;
import io.jenkins.plugins.compliance.engine.report.finding.TestCase;
import io.jenkins.plugins.compliance.engine.report.finding.VexStatement;
import io.jenkins.plugins.compliance.engine.report.secrets.FindingRedaction;
import io.jenkins.plugins.compliance.engine.report.secrets.Redaction;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What one reading gathers: counts for the {@link ReportSummary}, and each element handed on to the {@link ReportSink}. The
 * one mutable thing of a reading; confined to its thread.
 */
public final class ReportCollector {
    private final ReportSink sink;
    private final Limits limits;
    private final FindingComparison comparison;
    private final Fingerprints fingerprints = new Fingerprints();
    private final SourceRoot root;
    private final FindingRedaction redaction = new FindingRedaction();
    private final Tallying tallying = new Tallying();
    private final List<ToolRun> runs = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private String formatVersion = "";
    private long problemCount;
    private long results;
    private long suppressed;
    private long components;
    private long withVersion;
    private long withPurl;
    private long withLicence;
    private long withHash;
    private long dependencyEdges;
    private @CheckForNull Instant validUntil;
    private long suites;
    private final long[] tests = new long[TestCase.Result.values().length];

    /**
     * Gathers without earlier findings to compare with.
     *
     * @param sink takes the elements
     * @param limits bounds to hold
     */
    public ReportCollector(ReportSink sink, Limits limits) {
        this(sink, limits, FindingComparison.none(), SourceRoot.UNKNOWN);
    }

    /**
     * @param sink takes the elements
     * @param limits bounds to hold
     * @param comparison the findings of the last evidence of the same tool; for this reading alone
     * @param root the directory that was scanned
     */
    public ReportCollector(ReportSink sink, Limits limits, FindingComparison comparison, SourceRoot root) {
        this.sink = sink;
        this.limits = limits;
        this.comparison = comparison;
        this.root = root;
    }

    /** Version of the format as the report states it. */
    public void formatVersion(String version) {
        formatVersion = version;
    }

    /** A run that the report describes; call when all of it is known. */
    public void run(ToolRun run) {
        runs.add(run);
    }

    /** A result that was read and states nothing to recognise it by. */
    public void finding(Finding finding) throws IOException {
        finding(finding, FindingIdentity.NONE);
    }

    /**
     * A result that was read. Secrets in its texts are redacted, its fingerprint is made, and where it states no weakness our
     * table of rules is asked: here, so that no reader can forget it.
     *
     * @param read the finding; its fingerprint is ignored, readers give an empty one
     * @param identity what the report says to recognise it by
     */
    public void finding(Finding read, FindingIdentity identity) throws IOException {
        Finding finding = root.relative(read);
        countResult();
        if (finding.state().suppressed()) {
            suppressed++;
        }
        List<CweClaim> weaknesses =
                finding.cwes().isEmpty() ? RuleWeaknesses.of(finding.tool(), finding.rule()) : finding.cwes();
        Finding clean = redaction.of(finding, weaknesses, fingerprints.next(finding, identity));
        tallying.add(clean, comparison.age(clean));
        sink.finding(clean);
    }

    /** A result that can't be read: counted, named, and the rest goes on. */
    public void badResult(String where, String message) throws IOException {
        countResult();
        problem(Problem.Kind.BAD_ELEMENT, where, message);
    }

    /** A component of a bill of materials. */
    public void component(Component component) throws IOException {
        countResult();
        components++;
        withVersion += component.version() == null ? 0 : 1;
        withPurl += component.purl() == null ? 0 : 1;
        withLicence += component.licences().isEmpty() ? 0 : 1;
        withHash += component.hashed() ? 1 : 0;
        sink.component(component);
    }

    /** Edges of a dependency graph. */
    public void dependencyEdges(long count) {
        dependencyEdges += count;
    }

    /** A test suite begins. */
    public void suite() {
        suites++;
    }

    /** A test case. */
    public void testCase(TestCase testCase) throws IOException {
        countResult();
        tests[testCase.result().ordinal()]++;
        sink.testCase(Redaction.of(testCase));
    }

    /** A statement about exploitability. */
    public void vex(VexStatement statement) throws IOException {
        countResult();
        sink.vex(statement);
    }

    /** A statement about exploitability that is part of a result which was handed on already: it is not counted again. */
    public void analysis(VexStatement statement) throws IOException {
        sink.vex(statement);
    }

    /** The end of the validity of something in the report; the earliest of all is kept. */
    public void validUntil(Instant end) {
        Instant earliest = validUntil;
        if (earliest == null || end.isBefore(earliest)) {
            validUntil = end;
        }
    }

    /** Something wrong with the report or stated by it. */
    public void problem(Problem.Kind kind, String where, String message) {
        problemCount++;
        if (problems.size() < limits.problems()) {
            problems.add(new Problem(kind, where, Redaction.of(message)));
        }
    }

    /** Why the report is incomplete; kept even when there are more problems than are kept, for it is the one that matters. */
    void incomplete(String where, String message) {
        problemCount++;
        if (problems.size() >= limits.problems()) {
            problems.remove(problems.size() - 1);
        }
        problems.add(new Problem(Problem.Kind.INCOMPLETE, where, Redaction.of(message)));
    }

    /** Result elements so far. */
    public long results() {
        return results;
    }

    /**
     * The summary of what was gathered.
     *
     * @param format id of the format
     * @param complete whether the report was read to its proper end
     */
    public ReportSummary summary(String format, boolean complete) {
        return new ReportSummary(
                format,
                emptyToNull(formatVersion),
                runs,
                results,
                suppressed,
                tallying.tally(),
                new ReportSummary.ComponentCounts(
                        components, withVersion, withPurl, withLicence, withHash, dependencyEdges),
                new ReportSummary.TestCounts(
                        suites,
                        tests[TestCase.Result.PASSED.ordinal()],
                        tests[TestCase.Result.FAILED.ordinal()],
                        tests[TestCase.Result.ERROR.ordinal()],
                        tests[TestCase.Result.SKIPPED.ordinal()]),
                problems,
                problemCount,
                complete,
                validUntil);
    }

    private void countResult() throws LimitExceededException {
        if (++results > limits.reportResults()) {
            throw new LimitExceededException("reportResults", limits.reportResults());
        }
    }

    private static @CheckForNull String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
