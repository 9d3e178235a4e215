package io.jenkins.plugins.compliance.engine.report.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.xml.XmlCursor;
import io.jenkins.plugins.compliance.engine.report.IncompleteReportException;
import io.jenkins.plugins.compliance.engine.report.Problem;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.Sample;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.report.XmlReport;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.FindingBuilder;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.SeverityScale;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Results of XCCDF 1.1 and 1.2, as OpenSCAP writes them: a benchmark with its results, the results alone, or inside an asset
 * report (ARF). A result is a {@code rule-result} element. Only rules that passed, failed or were fixed were evaluated: a
 * benchmark that does not fit the platform evaluates none.
 */
public final class XccdfReader implements ReportReader {
    private static final Set<String> LARGE = Set.of("check", "instance", "override");
    /** Titles kept to describe results; no benchmark has as many rules. */
    private static final int MOST_TITLES = 10_000;

    @Override
    public String format() {
        return "xccdf";
    }

    @Override
    public String title() {
        return "XCCDF results";
    }

    @Override
    public boolean recognises(Sample sample) {
        return (sample.isXml("Benchmark") || sample.isXml("TestResult"))
                        && sample.namespace().contains("xccdf")
                || sample.isXml("asset-report-collection");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        XmlReport.read(source, collector, limits, (xml, report) -> {
            Walk walk = new Walk(xml, report, collector);
            walk.visit();
            if (walk.testResults == 0) {
                throw new IncompleteReportException("has no <TestResult>: the benchmark was not evaluated");
            }
        });
    }

    private static final class Walk {
        private final XmlCursor xml;
        private final XmlReport report;
        private final ReportCollector collector;
        private final Map<String, String> titles = new HashMap<>();
        private long testResults;
        private long evaluated;

        Walk(XmlCursor xml, XmlReport report, ReportCollector collector) {
            this.xml = xml;
            this.report = report;
            this.collector = collector;
        }

        void visit() throws IOException {
            switch (xml.name()) {
                case "TestResult" -> testResult();
                case "Rule" -> rule();
                case "check-content", "oval_definitions", "oval_results" -> {
                    // Checks in other languages and their results: large, and no result of a rule.
                }
                default -> xml.children(this::visit);
            }
        }

        private void rule() throws IOException {
            String id = xml.attribute("id");
            xml.children(() -> {
                if (xml.name().equals("title") && id != null && titles.size() < MOST_TITLES) {
                    titles.putIfAbsent(id, xml.ownText().strip());
                }
            });
        }

        private void testResult() throws IOException {
            testResults++;
            long before = collector.results();
            long evaluatedBefore = evaluated;
            String version = version(xml.attribute("test-system"));
            xml.children(() -> {
                if (xml.name().equals("rule-result")) {
                    String where = report.where();
                    report.finding(LARGE, found -> finding(where, found));
                }
            });
            collector.run(new ToolRun(
                    version == null ? "xccdf" : "openscap",
                    version,
                    collector.results() - before,
                    null,
                    evaluated - evaluatedBefore,
                    "rules"));
        }

        private Finding finding(String where, ElementTree found) {
            String rule = found.require("idref");
            String result = found.require("result");
            Finding.Kind kind = kind(result);
            evaluated += kind == Finding.Kind.PASS || kind == Finding.Kind.FAIL ? 1 : 0;
            String title = titles.get(rule);
            String message =
                    found.has("message") ? found.list("message").get(0).text().strip() : "";
            if (result.equals("error")) {
                collector.problem(Problem.Kind.TOOL_ERROR, where, rule + ": could not be evaluated. " + message);
            }
            FindingBuilder finding = new FindingBuilder("openscap", rule)
                    .title(title)
                    .message(message.isEmpty() ? title : message)
                    .severity(severity(found.text("severity")))
                    .kind(kind);
            for (ElementTree identifier : found.list("ident")) {
                String id = identifier.text().strip();
                if (id.startsWith("CVE-")) {
                    finding.advisory(id);
                }
                finding.cwe(id.startsWith("CWE-") ? id : null, CweClaim.Basis.FIELD);
            }
            return finding.build();
        }

        private static @CheckForNull Severity severity(@CheckForNull String word) {
            return SeverityScale.WORDS.of(word);
        }

        private static Finding.Kind kind(String result) {
            return switch (result) {
                case "pass", "fixed" -> Finding.Kind.PASS;
                case "fail" -> Finding.Kind.FAIL;
                case "error", "unknown" -> Finding.Kind.OPEN;
                case "notapplicable", "notselected" -> Finding.Kind.NOT_APPLICABLE;
                case "notchecked" -> Finding.Kind.REVIEW;
                case "informational" -> Finding.Kind.INFORMATIONAL;
                default ->
                    throw new ElementTree.ShapeException("\"result\" is \"" + result + "\", which XCCDF does not have");
            };
        }

        /** The version at the end of a name such as {@code cpe:/a:redhat:openscap:1.3.7}. */
        private static @CheckForNull String version(@CheckForNull String system) {
            if (system == null || !system.contains(":openscap:")) {
                return null;
            }
            return system.substring(system.lastIndexOf(':') + 1);
        }
    }
}
