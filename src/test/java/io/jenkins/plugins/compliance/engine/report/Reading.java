package io.jenkins.plugins.compliance.engine.report;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Component;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.TestCase;
import io.jenkins.plugins.compliance.engine.report.finding.VexStatement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One report of the test resources, read by the standard readers, with everything that came out of it. */
record Reading(
        ReportSummary summary,
        List<Finding> findings,
        List<Component> components,
        List<TestCase> testCases,
        List<VexStatement> statements) {

    static Reading of(String resource) throws IOException {
        return of(resource, bytes(resource), null);
    }

    static Reading ofText(String text, String format) throws IOException {
        return of("text", text.getBytes(StandardCharsets.UTF_8), format);
    }

    static Reading of(String name, byte[] content, String format) throws IOException {
        List<Finding> findings = new ArrayList<>();
        List<Component> components = new ArrayList<>();
        List<TestCase> testCases = new ArrayList<>();
        List<VexStatement> statements = new ArrayList<>();
        ReportSink sink = new ReportSink() {
            @Override
            public void finding(Finding finding) {
                findings.add(finding);
            }

            @Override
            public void component(Component component) {
                components.add(component);
            }

            @Override
            public void testCase(TestCase testCase) {
                testCases.add(testCase);
            }

            @Override
            public void vex(VexStatement statement) {
                statements.add(statement);
            }
        };
        ReportSummary summary =
                ReportReaders.standard().read(ReportSource.ofBytes(name, content), format, sink, Limits.DEFAULTS);
        return new Reading(summary, findings, components, testCases, statements);
    }

    static byte[] bytes(String resource) throws IOException {
        try (InputStream in = Reading.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no test resource " + resource);
            }
            return in.readAllBytes();
        }
    }

    /** The one finding of a rule. */
    Finding finding(String rule) {
        List<Finding> found =
                findings.stream().filter(finding -> finding.rule().equals(rule)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " findings of " + rule + " among "
                    + findings.stream().map(Finding::rule).toList());
        }
        return found.get(0);
    }

    List<Integer> cwes(String rule) {
        return finding(rule).cwes().stream().map(CweClaim::cwe).toList();
    }

    List<Problem> problems(Problem.Kind kind) {
        return summary.problems().stream()
                .filter(problem -> problem.kind() == kind)
                .toList();
    }

    ToolRun run() {
        return summary.runs().get(0);
    }
}
