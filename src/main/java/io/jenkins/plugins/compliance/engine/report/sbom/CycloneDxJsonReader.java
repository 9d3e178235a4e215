package io.jenkins.plugins.compliance.engine.report.sbom;

import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.Elements;
import io.jenkins.plugins.compliance.engine.report.IncompleteReportException;
import io.jenkins.plugins.compliance.engine.report.JsonReport;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.Sample;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.report.finding.VexStatement;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * CycloneDX in JSON, versions 1.2 to 1.7: bills of materials, vulnerability disclosures and exploitability exchange. A result
 * is a component under {@code components}, at any depth, or an entry of {@code vulnerabilities}; the component that the
 * metadata describes is the subject, not a result.
 */
public final class CycloneDxJsonReader implements ReportReader {
    @Override
    public String format() {
        return "cyclonedx";
    }

    @Override
    public String title() {
        return "CycloneDX JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isObject("bomFormat") || sample.isObject("specVersion", "components");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            Walk walk = new Walk(report);
            ElementTree root = report.outline(
                    Set.of("bomFormat", "specVersion", "metadata"),
                    Map.of(
                            "components", before -> walk.components(),
                            "vulnerabilities", before -> walk.vulnerabilities(),
                            "dependencies", before -> walk.dependencies()));
            if (!"CycloneDX".equals(root.text("bomFormat"))) {
                throw new IncompleteReportException("\"bomFormat\" is not \"CycloneDX\": not a CycloneDX document");
            }
            collector.formatVersion(root.text("specVersion", ""));
            CycloneDxMapping.Tool tool = CycloneDxMapping.tool(root.at("metadata"));
            collector.run(new ToolRun(
                    tool.name(),
                    tool.version(),
                    collector.results(),
                    null,
                    root.has("components") ? Long.valueOf(walk.components) : null,
                    root.has("components") ? "components" : null));
        });
    }

    private static final class Walk {
        private final JsonReport report;
        private final Elements elements;
        private final CycloneDxMapping mapping = new CycloneDxMapping("cyclonedx");
        private long components;

        Walk(JsonReport report) {
            this.report = report;
            this.elements = new Elements(report.collector());
        }

        void components() throws IOException {
            report.each(() -> {
                String where = report.json().path();
                components++;
                ElementTree component = report.fragment(Map.of("components", before -> components()));
                elements.add(where, component, mapping::component, report.collector()::component);
            });
        }

        void vulnerabilities() throws IOException {
            report.each(() -> {
                String where = report.json().path();
                ElementTree element = report.fragment();
                elements.add(where, element, mapping::vulnerability, finding -> {
                    report.collector().finding(finding);
                    VexStatement statement = CycloneDxMapping.statement(element);
                    if (statement != null) {
                        report.collector().analysis(statement);
                    }
                });
            });
        }

        void dependencies() throws IOException {
            long[] edges = new long[1];
            report.eachObject(() ->
                    report.outline(Set.of(), Map.of("dependsOn", before -> report.each(() -> edges[0]++))));
            report.collector().dependencyEdges(edges[0]);
        }
    }
}
