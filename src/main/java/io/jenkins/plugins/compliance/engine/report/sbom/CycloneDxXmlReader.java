package io.jenkins.plugins.compliance.engine.report.sbom;

import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.xml.XmlCursor;
import io.jenkins.plugins.compliance.engine.report.Elements;
import io.jenkins.plugins.compliance.engine.report.IncompleteReportException;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.Sample;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.report.XmlReport;
import io.jenkins.plugins.compliance.engine.report.finding.VexStatement;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * CycloneDX in XML, versions 1.0 to 1.7, and the extension for vulnerabilities of versions 1.2 and 1.3. A result is a
 * {@code component} element under {@code components}, at any depth, or a {@code vulnerability} element.
 */
public final class CycloneDxXmlReader implements ReportReader {
    private static final String NAMESPACE = "http://cyclonedx.org/schema/bom/";

    @Override
    public String format() {
        return "cyclonedx";
    }

    @Override
    public String title() {
        return "CycloneDX XML";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isXml("bom") && sample.namespace().startsWith(NAMESPACE);
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        XmlReport.read(source, collector, limits, (xml, report) -> {
            if (!xml.name().equals("bom") || !xml.namespace().startsWith(NAMESPACE)) {
                throw new IncompleteReportException(
                        "the root element is <" + xml.name() + ">, not <bom> of CycloneDX: not a CycloneDX document");
            }
            collector.formatVersion(xml.namespace().substring(NAMESPACE.length()));
            Walk walk = new Walk(xml, report, collector);
            xml.children(walk::part);
            collector.run(new ToolRun(
                    walk.tool.name(),
                    walk.tool.version(),
                    collector.results(),
                    null,
                    walk.listed ? Long.valueOf(walk.components) : null,
                    walk.listed ? "components" : null));
        });
    }

    private static final class Walk {
        private final XmlCursor xml;
        private final XmlReport report;
        private final ReportCollector collector;
        private final Elements elements;
        private final CycloneDxMapping mapping = new CycloneDxMapping("cyclonedx");
        private CycloneDxMapping.Tool tool = CycloneDxMapping.tool(ElementTree.EMPTY);
        private boolean listed;
        private long components;

        Walk(XmlCursor xml, XmlReport report, ReportCollector collector) {
            this.xml = xml;
            this.report = report;
            this.collector = collector;
            this.elements = new Elements(collector);
        }

        void part() throws IOException {
            switch (xml.name()) {
                case "metadata" -> tool = CycloneDxMapping.tool(xml.fragment());
                case "components" -> {
                    listed = true;
                    components();
                }
                case "vulnerabilities" -> vulnerabilities();
                case "dependencies" -> dependencies();
                default -> {
                    // Services, compositions, formulation: no results.
                }
            }
        }

        private void components() throws IOException {
            xml.children(() -> {
                if (!xml.name().equals("component")) {
                    return;
                }
                components++;
                String where = report.where();
                ElementTree component = xml.fragment(
                        Set.of(), Map.of("components", this::components, "vulnerabilities", this::vulnerabilities));
                elements.add(where, component, mapping::component, collector::component);
            });
        }

        private void vulnerabilities() throws IOException {
            xml.children(() -> {
                if (xml.name().equals("vulnerability")) {
                    String where = report.where();
                    ElementTree element = xml.fragment();
                    elements.add(where, element, mapping::vulnerability, finding -> {
                        collector.finding(finding);
                        VexStatement statement = CycloneDxMapping.statement(element);
                        if (statement != null) {
                            collector.analysis(statement);
                        }
                    });
                }
            });
        }

        private void dependencies() throws IOException {
            long[] edges = new long[1];
            xml.children(() -> xml.children(() -> edges[0] += xml.name().equals("dependency") ? 1 : 0));
            collector.dependencyEdges(edges[0]);
        }
    }
}
