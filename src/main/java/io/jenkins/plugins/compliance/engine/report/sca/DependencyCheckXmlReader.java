package io.jenkins.plugins.compliance.engine.report.sca;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.xml.XmlCursor;
import io.jenkins.plugins.compliance.engine.report.IncompleteReportException;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.Sample;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.report.XmlReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * OWASP dependency-check's XML. A result is a {@code vulnerability} or {@code suppressedVulnerability} element of a
 * dependency.
 */
public final class DependencyCheckXmlReader implements ReportReader {
    private static final Set<String> IDENTITY = Set.of("fileName", "filePath", "identifiers");

    @Override
    public String format() {
        return "dependency-check";
    }

    @Override
    public String title() {
        return "OWASP dependency-check XML";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isXml("analysis")
                && (sample.namespace().toLowerCase(Locale.ROOT).contains("dependency-check")
                        || sample.head().contains("<scanInfo"));
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        XmlReport.read(source, collector, limits, (xml, report) -> {
            Walk walk = new Walk(xml, report);
            report.require("analysis", "a dependency-check");
            xml.children(() -> {
                switch (xml.name()) {
                    case "scanInfo" -> {
                        ElementTree scanInfo = xml.fragment();
                        walk.version = scanInfo.text("engineVersion");
                        DependencyCheckFinding.errors(scanInfo, collector);
                    }
                    case "dependencies" -> {
                        walk.seen = true;
                        xml.children(walk::dependency);
                    }
                    default -> {
                        // The project's name and the credits.
                    }
                }
            });
            if (!walk.seen) {
                throw new IncompleteReportException("has no <dependencies>: not a whole dependency-check report");
            }
            collector.run(new ToolRun(
                    "dependency-check", walk.version, collector.results(), null, walk.dependencies, "dependencies"));
        });
    }

    private static final class Walk {
        private final XmlCursor xml;
        private final XmlReport report;
        private @CheckForNull String version;
        private boolean seen;
        private long dependencies;

        Walk(XmlCursor xml, XmlReport report) {
            this.xml = xml;
            this.report = report;
        }

        void dependency() throws IOException {
            dependencies++;
            List<ElementTree> identity = new ArrayList<>();
            xml.children(() -> {
                if (IDENTITY.contains(xml.name())) {
                    identity.add(xml.fragment());
                } else if (xml.name().equals("vulnerabilities")) {
                    ElementTree dependency =
                            new ElementTree("dependency", ElementTree.Kind.ELEMENT, "", identity, xml.line());
                    xml.children(() -> vulnerability(dependency));
                }
            });
        }

        private void vulnerability(ElementTree dependency) throws IOException {
            boolean suppressed = xml.name().equals("suppressedVulnerability");
            if (suppressed || xml.name().equals("vulnerability")) {
                report.finding(
                        DependencyCheckFinding.LARGE,
                        found -> DependencyCheckFinding.of(dependency, found, suppressed));
            }
        }
    }
}
