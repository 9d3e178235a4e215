package io.jenkins.plugins.compliance.engine.report.dast;

import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.Elements;
import io.jenkins.plugins.compliance.engine.report.JsonReport;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.Sample;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.FindingBuilder;
import io.jenkins.plugins.compliance.engine.report.finding.SeverityScale;
import java.io.IOException;
import java.util.List;

/** nuclei's JSON lines, or an array of them. A result is a match: one object. */
public final class NucleiReader implements ReportReader {
    private static final String TOOL = "nuclei";

    @Override
    public String format() {
        return "nuclei";
    }

    @Override
    public String title() {
        return "nuclei JSON lines";
    }

    @Override
    public boolean recognises(Sample sample) {
        return (sample.isStream("info") || sample.isList("info"))
                && (sample.has("template-id") || sample.has("templateID") || sample.has("template", "host"));
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        int[] documents = new int[1];
        Elements elements = new Elements(collector);
        JsonReport.readEach(source, collector, limits, report -> {
            if (report.atArray()) {
                report.findings(NucleiReader::finding);
            } else {
                elements.finding("document " + ++documents[0], report.fragment(), NucleiReader::finding);
            }
        });
        collector.run(new ToolRun(TOOL, null, collector.results(), null, null, null));
    }

    private static Finding finding(ElementTree found) {
        ElementTree info = found.at("info");
        ElementTree classification = info.at("classification");
        String template = found.firstText("template-id", "templateID");
        List<String> references = info.texts("reference");
        String name = info.text("name");
        String matcher = found.firstText("matcher-name", "matcher_name");
        return new FindingBuilder(TOOL, template == null ? found.require("template-id") : template)
                .title(name)
                .message(matcher == null ? name : name + " (" + matcher + ")")
                .severity(SeverityScale.WORDS.of(info.text("severity")))
                .score(classification.number("cvss-score"))
                .path(found.firstText("matched-at", "matched", "host"))
                .advisories(classification.texts("cve-id"))
                .cwes(classification.texts("cwe-id"))
                .help(references.isEmpty() ? null : references.get(0))
                .build();
    }
}
