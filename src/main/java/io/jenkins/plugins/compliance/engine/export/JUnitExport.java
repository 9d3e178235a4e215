package io.jenkins.plugins.compliance.engine.export;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.io.xml.MarkupOutput;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Role;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Procedures as test cases, in the dialect of Ant and Surefire: one suite a role. Not satisfied is a failure; missing, stale
 * and unverifiable are errors, since nothing could be tested; waived and not applicable are skipped.
 */
final class JUnitExport implements AssessmentExport {
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ISO_LOCAL_DATE_TIME.withZone(ZoneOffset.UTC);

    private final ExportOptions options;

    /**
     * @param options how many findings a failure names
     */
    public JUnitExport(ExportOptions options) {
        this.options = options;
    }

    @Override
    public String id() {
        return "junit";
    }

    @Override
    public String fileName() {
        return "procedures-junit.xml";
    }

    @Override
    public void write(Assessment assessment, FindingsSource findings, OutputStream out) throws IOException {
        Chain chain = new Chain(assessment);
        ProcedureFindings against = ProcedureFindings.gather(chain, findings, options.findings());
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        MarkupOutput xml = new MarkupOutput(writer);
        List<ProcedureResult> all = assessment.procedures();
        xml.open(
                "testsuites",
                "name",
                assessment.policy().id(),
                "tests",
                count(all),
                "failures",
                count(all, Sort.FAILURE),
                "errors",
                count(all, Sort.ERROR),
                "skipped",
                count(all, Sort.SKIPPED),
                "time",
                "0");
        for (Role role : Role.values()) {
            List<ProcedureResult> suite =
                    all.stream().filter(each -> each.procedure().role() == role).toList();
            if (!suite.isEmpty()) {
                suite(xml, chain, against, role, suite);
            }
        }
        xml.line().close().line();
        writer.flush();
    }

    private static void suite(
            MarkupOutput xml, Chain chain, ProcedureFindings against, Role role, List<ProcedureResult> suite)
            throws IOException {
        Assessment assessment = chain.assessment();
        xml.line()
                .open(
                        "testsuite",
                        "name",
                        assessment.policy().id() + "." + role.id(),
                        "tests",
                        count(suite),
                        "failures",
                        count(suite, Sort.FAILURE),
                        "errors",
                        count(suite, Sort.ERROR),
                        "skipped",
                        count(suite, Sort.SKIPPED),
                        "time",
                        "0",
                        "timestamp",
                        TIMESTAMP.format(assessment.asOf()));
        for (ProcedureResult each : suite) {
            xml.line()
                    .open(
                            "testcase",
                            "classname",
                            assessment.policy().id() + "." + role.id(),
                            "name",
                            each.procedure().id(),
                            "time",
                            "0");
            result(xml, chain, against, each);
            xml.close();
        }
        xml.line().close();
    }

    private static void result(MarkupOutput xml, Chain chain, ProcedureFindings against, ProcedureResult result)
            throws IOException {
        String message = OutcomeLabel.words(result.outcome()) + ": "
                + result.explanation().summary();
        switch (Sort.of(result.outcome())) {
            case PASS -> {}
            case FAILURE ->
                xml.element(
                        "failure",
                        text(chain, against, result),
                        "message",
                        message,
                        "type",
                        result.outcome().id());
            case ERROR ->
                xml.element(
                        "error",
                        text(chain, against, result),
                        "message",
                        message,
                        "type",
                        result.outcome().id());
            case SKIPPED -> xml.empty("skipped", "message", message);
        }
    }

    private static String text(Chain chain, ProcedureFindings against, ProcedureResult result) {
        List<String> lines = new ArrayList<>();
        lines.add("What to do: " + result.procedure().statement());
        String requirements = chain.requirementsOf(result).stream()
                .map(each -> each.requirement().toString())
                .collect(Collectors.joining(", "));
        if (!requirements.isEmpty()) {
            lines.add("Why: " + requirements);
        }
        result.explanation().reasons().forEach(reason -> lines.add("- " + reason));
        ProcedureFindings.Shown shown = against.of(result);
        for (ProcedureFindings.Located each : shown.first()) {
            lines.add("  " + FindingText.line(each.finding()));
        }
        if (shown.more() > 0) {
            lines.add("  and " + shown.more() + " more");
        }
        return String.join("\n", lines);
    }

    private static String count(List<ProcedureResult> results) {
        return String.valueOf(results.size());
    }

    private static String count(List<ProcedureResult> results, Sort sort) {
        return String.valueOf(
                results.stream().filter(each -> Sort.of(each.outcome()) == sort).count());
    }

    /** How a test case ends. */
    private enum Sort {
        PASS,
        FAILURE,
        ERROR,
        SKIPPED;

        static Sort of(Outcome outcome) {
            return switch (outcome) {
                case SATISFIED -> PASS;
                case NOT_SATISFIED, PARTIAL, UNMAPPED -> FAILURE;
                case MISSING, STALE, UNVERIFIABLE -> ERROR;
                case WAIVED, NOT_APPLICABLE -> SKIPPED;
            };
        }
    }
}
