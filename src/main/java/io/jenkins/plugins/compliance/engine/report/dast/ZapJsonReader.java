package io.jenkins.plugins.compliance.engine.report.dast;

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

/** ZAP's traditional JSON report. A result is an entry of {@code alerts} of a site. */
public final class ZapJsonReader implements ReportReader {
    @Override
    public String format() {
        return "zap";
    }

    @Override
    public String title() {
        return "ZAP JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isObject("site") && (sample.has("@version") || sample.has("@programName"));
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            long[] sites = new long[1];
            ElementTree root = report.outline(Set.of("@version"), Map.of("site", before -> {
                if (report.atArray()) {
                    report.eachObject(() -> site(report, sites));
                } else {
                    site(report, sites);
                }
            }));
            JsonReport.require(root, "site", "ZAP");
            collector.run(
                    new ToolRun(ZapAlert.TOOL, root.text("@version"), collector.results(), null, sites[0], "sites"));
        });
    }

    private static void site(JsonReport report, long[] sites) throws IOException {
        sites[0]++;
        report.outline(Set.of("@name"), Map.of("alerts", before -> report.findings(ZapAlert::of)));
    }
}
