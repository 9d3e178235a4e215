package io.jenkins.plugins.compliance.engine.report.sca;

import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.JsonReport;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.Sample;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * OWASP dependency-check's JSON. A result is an entry of a dependency's {@code vulnerabilities} or
 * {@code suppressedVulnerabilities}.
 */
public final class DependencyCheckJsonReader implements ReportReader {
    @Override
    public String format() {
        return "dependency-check";
    }

    @Override
    public String title() {
        return "OWASP dependency-check JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isObject("reportSchema", "scanInfo");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            long[] dependencies = new long[1];
            ElementTree root = report.outline(
                    Set.of("reportSchema", "scanInfo"),
                    Map.of(
                            "dependencies",
                            before -> report.eachObject(() -> {
                                dependencies[0]++;
                                dependency(report);
                            })));
            JsonReport.require(root, "dependencies", "dependency-check");
            collector.formatVersion(root.text("reportSchema", ""));
            DependencyCheckFinding.errors(root.at("scanInfo"), collector);
            collector.run(new ToolRun(
                    "dependency-check",
                    root.at("scanInfo").text("engineVersion"),
                    collector.results(),
                    null,
                    dependencies[0],
                    "dependencies"));
        });
    }

    private static void dependency(JsonReport report) throws IOException {
        report.outline(
                Set.of("fileName", "filePath", "packages"),
                Map.of(
                        "vulnerabilities",
                        dependency -> report.findings(found -> DependencyCheckFinding.of(dependency, found, false)),
                        "suppressedVulnerabilities",
                        dependency -> report.findings(found -> DependencyCheckFinding.of(dependency, found, true))));
    }
}
