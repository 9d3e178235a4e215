package io.jenkins.plugins.compliance.engine.report.sbom;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.IncompleteReportException;
import io.jenkins.plugins.compliance.engine.report.JsonReport;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.Sample;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.report.finding.VexStatement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** OpenVEX 0.0 and 0.2. A result is an entry of {@code statements}. */
public final class OpenVexReader implements ReportReader {
    private static final String CONTEXT = "https://openvex.dev/ns";

    @Override
    public String format() {
        return "openvex";
    }

    @Override
    public String title() {
        return "OpenVEX";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isObject("@context", "statements") && sample.head().contains(CONTEXT)
                || sample.isObject("@context") && sample.head().contains('"' + CONTEXT);
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            ElementTree root = report.outline(
                    Set.of("@context", "tooling", "author"),
                    Map.of("statements", before -> report.elements(OpenVexReader::statement, collector::vex)));
            String context = root.text("@context", "");
            if (!context.startsWith(CONTEXT)) {
                throw new IncompleteReportException("\"@context\" is not " + CONTEXT + ": not an OpenVEX document");
            }
            JsonReport.require(root, "statements", "OpenVEX");
            collector.formatVersion(context.substring(CONTEXT.length()).replace("/v", ""));
            collector.run(new ToolRun(
                    root.text("tooling", "openvex"),
                    null,
                    collector.results(),
                    null,
                    collector.results(),
                    "statements"));
        });
    }

    private static VexStatement statement(ElementTree element) {
        List<String> products = new ArrayList<>();
        for (ElementTree product : element.list("products")) {
            String id = product.kind() == ElementTree.Kind.SCALAR ? product.text() : identity(product);
            if (id != null) {
                products.add(id);
            }
        }
        return new VexStatement(
                vulnerability(element),
                products,
                status(element.require("status")),
                element.text("justification"),
                element.firstText("impact_statement", "action_statement", "status_notes"));
    }

    private static String vulnerability(ElementTree element) {
        for (ElementTree vulnerability : element.list("vulnerability")) {
            if (vulnerability.kind() == ElementTree.Kind.OBJECT) {
                String name = vulnerability.firstText("name", "@id");
                return name == null ? vulnerability.require("name") : name;
            }
        }
        return element.require("vulnerability");
    }

    private static @CheckForNull String identity(ElementTree product) {
        String purl = product.at("identifiers").text("purl");
        return purl == null ? product.text("@id") : purl;
    }

    private static VexStatement.Status status(String word) {
        return switch (word) {
            case "not_affected" -> VexStatement.Status.NOT_AFFECTED;
            case "affected" -> VexStatement.Status.AFFECTED;
            case "fixed" -> VexStatement.Status.FIXED;
            case "under_investigation" -> VexStatement.Status.UNDER_INVESTIGATION;
            default ->
                throw new ElementTree.ShapeException("\"status\" is \"" + word + "\", which OpenVEX does not have");
        };
    }
}
