package io.jenkins.plugins.compliance.engine.report.tests;

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
import io.jenkins.plugins.compliance.engine.report.finding.TestCase;
import java.io.IOException;
import java.util.Set;

/**
 * JUnit XML in the dialects of Ant, Surefire, Gradle, pytest, nose, PHPUnit, GoogleTest, Mocha and others. A result is a
 * {@code testcase} element, at any depth of suites.
 */
public final class JUnitReader implements ReportReader {
    private static final Set<String> LARGE = Set.of("system-out", "system-err", "properties");

    @Override
    public String format() {
        return "junit";
    }

    @Override
    public String title() {
        return "JUnit XML";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isXml("testsuites") || sample.isXml("testsuite");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        XmlReport.read(source, collector, limits, (xml, report) -> {
            Walk walk = new Walk(xml, report, collector);
            switch (xml.name()) {
                case "testsuites" -> walk.suites("");
                case "testsuite" -> walk.suite();
                default ->
                    throw new IncompleteReportException("the root element is <" + xml.name()
                            + ">, not <testsuites> or <testsuite>: not a JUnit report");
            }
            collector.run(new ToolRun("junit", null, collector.results(), null, walk.ran, "tests"));
        });
    }

    private static final class Walk {
        private final XmlCursor xml;
        private final XmlReport report;
        private final ReportCollector collector;
        private long ran;
        private long bad;

        Walk(XmlCursor xml, XmlReport report, ReportCollector collector) {
            this.xml = xml;
            this.report = report;
            this.collector = collector;
        }

        void suite() throws IOException {
            String name = xml.attribute("name");
            collector.suite();
            long before = bad;
            long stated = count("failures") + count("errors");
            String where = report.where();
            suites(name == null ? "" : name);
            if (stated > 0 && bad == before) {
                collector.problem(
                        Problem.Kind.TOOL_ERROR,
                        where,
                        "the suite states " + stated + " failures or errors, but no test case shows one");
            }
        }

        void suites(String suite) throws IOException {
            xml.children(() -> {
                switch (xml.name()) {
                    case "testsuite" -> suite();
                    case "testcase" -> report.element(LARGE, element -> testCase(suite, element), this::add);
                    case "error", "failure" -> outsideOfCases();
                    default -> {
                        // Properties and output.
                    }
                }
            });
        }

        private void outsideOfCases() throws IOException {
            bad++;
            String where = report.where();
            ElementTree element = xml.fragment(LARGE);
            collector.problem(
                    Problem.Kind.TOOL_ERROR, where, "the suite failed outside of its test cases: " + message(element));
        }

        private void add(TestCase testCase) throws IOException {
            ran += testCase.result() == TestCase.Result.SKIPPED ? 0 : 1;
            bad += testCase.result() == TestCase.Result.FAILED || testCase.result() == TestCase.Result.ERROR ? 1 : 0;
            collector.testCase(testCase);
        }

        private long count(String attribute) {
            String stated = xml.attribute(attribute);
            try {
                return stated == null ? 0 : Math.max(0, Long.parseLong(stated));
            } catch (NumberFormatException notANumber) {
                return 0;
            }
        }
    }

    private static TestCase testCase(String suite, ElementTree element) {
        TestCase.Result result = TestCase.Result.PASSED;
        ElementTree reason = null;
        for (ElementTree part : element.parts()) {
            TestCase.Result said = outcome(part);
            if (said != null && (reason == null || rank(said) > rank(result))) {
                result = said;
                reason = part;
            }
        }
        if (reason == null && notRun(element)) {
            result = TestCase.Result.SKIPPED;
        }
        return new TestCase(
                suite,
                className(element),
                element.require("name"),
                result,
                seconds(element.text("time")),
                reason == null ? null : message(reason));
    }

    private static int rank(TestCase.Result result) {
        return switch (result) {
            case PASSED -> 0;
            case SKIPPED -> 1;
            case FAILED -> 2;
            case ERROR -> 3;
        };
    }

    private static @CheckForNull TestCase.Result outcome(ElementTree part) {
        if (part.kind() != ElementTree.Kind.ELEMENT) {
            return null;
        }
        return switch (part.name()) {
            case "error" -> TestCase.Result.ERROR;
            case "failure" -> TestCase.Result.FAILED;
            case "skipped", "skip" -> TestCase.Result.SKIPPED;
            default -> null;
        };
    }

    /** GoogleTest and others say it in an attribute. */
    private static boolean notRun(ElementTree element) {
        String status = element.text("status", "");
        String result = element.text("result", "");
        return status.equals("notrun")
                || status.equals("disabled")
                || status.equals("skipped")
                || result.equals("suppressed")
                || result.equals("skipped");
    }

    private static String className(ElementTree element) {
        String stated = element.firstText("classname", "class");
        return stated == null ? "" : stated;
    }

    private static String message(ElementTree element) {
        String stated = element.firstText("message", "type");
        String text = element.text().strip();
        return stated != null ? stated : text.lines().findFirst().orElse("");
    }

    /** Seconds as written by any tool: some group thousands, some write what can't be. */
    private static double seconds(@CheckForNull String stated) {
        if (stated == null || stated.length() > 30) {
            return 0;
        }
        try {
            double value = Double.parseDouble(stated.replace(",", ""));
            return Double.isFinite(value) && value > 0 ? value : 0;
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
