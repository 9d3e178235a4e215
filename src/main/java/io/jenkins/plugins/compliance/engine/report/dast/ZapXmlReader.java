package io.jenkins.plugins.compliance.engine.report.dast;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.xml.XmlCursor;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.Sample;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.report.XmlReport;
import java.io.IOException;

/** ZAP's XML report. A result is an {@code alertitem} element. */
public final class ZapXmlReader implements ReportReader {
    @Override
    public String format() {
        return "zap";
    }

    @Override
    public String title() {
        return "ZAP XML";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isXml("OWASPZAPReport");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        XmlReport.read(source, collector, limits, (xml, report) -> {
            report.require("OWASPZAPReport", "a ZAP");
            String version = xml.attribute("version");
            long[] sites = new long[1];
            xml.children(() -> {
                if (xml.name().equals("site")) {
                    sites[0]++;
                    xml.children(() -> alerts(xml, report));
                }
            });
            collector.run(new ToolRun(ZapAlert.TOOL, version, collector.results(), null, sites[0], "sites"));
        });
    }

    private static void alerts(XmlCursor xml, XmlReport report) throws IOException {
        if (xml.name().equals("alerts")) {
            xml.children(() -> {
                if (xml.name().equals("alertitem")) {
                    report.finding(ZapAlert.LARGE, ZapAlert::of);
                }
            });
        }
    }
}
