package io.jenkins.plugins.compliance.engine.report.sca;

import edu.umd.cs.findbugs.annotations.CheckForNull;
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
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.FindingBuilder;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.SeverityScale;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * govulncheck's JSON: the stream of messages of version 1 (also gathered into one array), and the one object of the versions
 * before. A result is a {@code finding} message, or an entry of {@code Vulns}.
 */
public final class GovulncheckReader implements ReportReader {
    private static final String TOOL = "govulncheck";

    @Override
    public String format() {
        return "govulncheck";
    }

    @Override
    public String title() {
        return "govulncheck JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return (sample.isStream("config") || sample.isList("config"))
                        && sample.head().contains("\"protocol_version\"")
                || sample.isObject("Calls", "Imports", "Requires");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        Walk walk = new Walk(collector);
        JsonReport.readEach(source, collector, limits, report -> {
            if (report.atArray()) {
                report.eachObject(() -> walk.message(report));
            } else {
                walk.message(report);
            }
        });
        if (!walk.begun) {
            throw new IncompleteReportException("has no \"config\" message: not a whole govulncheck report");
        }
        collector.run(new ToolRun(
                TOOL,
                walk.version,
                collector.results(),
                null,
                walk.modules < 0 ? null : Long.valueOf(walk.modules),
                walk.modules < 0 ? null : "modules"));
    }

    private static final class Walk {
        /** Advisories kept to describe the findings that follow; one database has not as many for any program. */
        private static final int MOST_ADVISORIES = 5000;

        private final ReportCollector collector;
        private final Elements elements;
        private final Map<String, ElementTree> advisories = new HashMap<>();
        private @CheckForNull String version;
        private boolean begun;
        private boolean symbolLevel;
        private long modules = -1;

        Walk(ReportCollector collector) {
            this.collector = collector;
            this.elements = new Elements(collector);
        }

        void message(JsonReport report) throws IOException {
            String where = "line " + report.json().position().line();
            ElementTree message = report.outline(
                    Set.of("config", "osv", "finding", "SBOM"),
                    Map.of(
                            "Calls", before -> begun = true,
                            "Vulns", before -> report.findings(GovulncheckReader::legacy)));
            if (message.has("config")) {
                begun = true;
                ElementTree config = message.at("config");
                version = config.text("scanner_version");
                symbolLevel = config.text("scan_level", "symbol").equals("symbol");
                collector.formatVersion(config.text("protocol_version", ""));
            } else if (message.has("SBOM")) {
                modules = message.at("SBOM").list("modules").size();
            } else if (message.has("osv") && advisories.size() < MOST_ADVISORIES) {
                ElementTree osv = message.at("osv");
                advisories.put(osv.text("id", ""), described(osv));
            } else if (message.has("finding")) {
                elements.finding(where, message.at("finding"), this::finding);
            }
        }

        /** Only what a finding says of its advisory: the list of symbols and versions can be long. */
        private static ElementTree described(ElementTree osv) {
            Set<String> wanted = Set.of("id", "aliases", "summary", "severity", "database_specific");
            return new ElementTree(
                    "osv",
                    ElementTree.Kind.OBJECT,
                    "",
                    osv.parts().stream()
                            .filter(part -> wanted.contains(part.name()))
                            .toList(),
                    osv.line());
        }

        private Finding finding(ElementTree found) {
            String id = found.require("osv");
            ElementTree advisory = advisories.getOrDefault(id, ElementTree.EMPTY);
            List<ElementTree> trace = found.list("trace");
            ElementTree vulnerable = trace.isEmpty() ? ElementTree.EMPTY : trace.get(0);
            boolean called = vulnerable.has("function");
            Severity stated = SeverityScale.WORDS.of(word(advisory));
            Severity byReach = called ? Severity.HIGH : symbolLevel ? Severity.LOW : Severity.MEDIUM;
            return reached(
                            new FindingBuilder(TOOL, id)
                                    .title(advisory.text("summary"))
                                    .message(advisory.text("summary", id))
                                    .severity(stated == null ? byReach : stated)
                                    .component(null, vulnerable.text("module"), vulnerable.text("version"))
                                    .fixedIn(found.text("fixed_version"))
                                    .advisory(id)
                                    .advisories(advisory.texts("aliases"))
                                    .help("https://pkg.go.dev/vuln/" + id),
                            trace)
                    .kind(called || !symbolLevel ? Finding.Kind.FAIL : Finding.Kind.INFORMATIONAL)
                    .build();
        }

        private static FindingBuilder reached(FindingBuilder finding, List<ElementTree> trace) {
            if (trace.isEmpty()) {
                return finding;
            }
            ElementTree entry = trace.get(trace.size() - 1);
            ElementTree position = entry.at("position");
            return finding.place(
                    position.text("filename"),
                    position.integer("line"),
                    position.integer("column"),
                    0,
                    trace.get(0).firstText("function", "package"));
        }

        private static @CheckForNull String word(ElementTree advisory) {
            for (ElementTree rating : advisory.list("severity")) {
                if (rating.kind() == ElementTree.Kind.SCALAR) {
                    return rating.text();
                }
            }
            return advisory.at("database_specific").text("severity");
        }
    }

    private static Finding legacy(ElementTree found) {
        ElementTree osv = found.at("OSV");
        String id = osv.require("id");
        boolean called = found.integer("CallSink") != 0;
        return new FindingBuilder(TOOL, id)
                .title(osv.text("summary"))
                .message(osv.firstText("summary", "details"))
                .severity(called ? Severity.HIGH : Severity.LOW)
                .place(found.text("PkgPath"), 0, 0, 0, found.text("Symbol"))
                .component(null, found.text("ModPath"), null)
                .fixedIn(OsvRecord.fixedIn(osv, found.text("ModPath")))
                .advisory(id)
                .advisories(osv.texts("aliases"))
                .kind(called ? Finding.Kind.FAIL : Finding.Kind.INFORMATIONAL)
                .build();
    }
}
