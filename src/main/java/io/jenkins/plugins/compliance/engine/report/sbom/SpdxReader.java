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
import io.jenkins.plugins.compliance.engine.report.finding.Component;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** SPDX 2.2 and 2.3 in JSON. A result is an entry of {@code packages}. */
public final class SpdxReader implements ReportReader {
    private static final Set<String> NOTHING = Set.of("NOASSERTION", "NONE");

    @Override
    public String format() {
        return "spdx";
    }

    @Override
    public String title() {
        return "SPDX 2.3 JSON";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.isObject("spdxVersion");
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        JsonReport.read(source, collector, limits, report -> {
            long[] edges = new long[1];
            ElementTree root = report.outline(
                    Set.of("spdxVersion", "creationInfo"),
                    Map.of(
                            "packages",
                            before -> report.elements(SpdxReader::component, collector::component),
                            "relationships",
                            before -> report.eachObject(() -> edges[0] +=
                                    dependency(report.outline(Set.of("relationshipType"), Map.of())) ? 1 : 0)));
            String version = root.text("spdxVersion", "");
            if (!version.startsWith("SPDX-2.")) {
                throw new IncompleteReportException("\"spdxVersion\" is \"" + version + "\", not SPDX-2.2 or SPDX-2.3");
            }
            JsonReport.require(root, "packages", "SPDX");
            collector.formatVersion(version.substring("SPDX-".length()));
            collector.dependencyEdges(edges[0]);
            collector.run(run(root, collector.results()));
        });
    }

    private static ToolRun run(ElementTree root, long packages) {
        for (String creator : root.at("creationInfo").texts("creators")) {
            if (creator.startsWith("Tool:")) {
                String tool = creator.substring("Tool:".length()).strip();
                int dash = tool.lastIndexOf('-');
                boolean versioned = dash > 0 && dash + 1 < tool.length() && Character.isDigit(tool.charAt(dash + 1));
                return new ToolRun(
                        versioned ? tool.substring(0, dash) : tool,
                        versioned ? tool.substring(dash + 1) : null,
                        packages,
                        null,
                        packages,
                        "packages");
            }
        }
        return new ToolRun("spdx", null, packages, null, packages, "packages");
    }

    private static boolean dependency(ElementTree relationship) {
        String type = relationship.text("relationshipType", "");
        return type.equals("DEPENDS_ON") || type.endsWith("DEPENDENCY_OF");
    }

    private static Component component(ElementTree element) {
        return new Component(
                element.text("primaryPackagePurpose", "package").toLowerCase(Locale.ROOT),
                null,
                element.require("name"),
                stated(element.text("versionInfo")),
                purl(element),
                licences(element),
                !element.list("checksums").isEmpty(),
                party(stated(element.firstText("supplier", "originator"))));
    }

    private static @CheckForNull String purl(ElementTree element) {
        for (ElementTree reference : element.list("externalRefs")) {
            if (reference.text("referenceType", "").endsWith("purl")) {
                return reference.text("referenceLocator");
            }
        }
        return null;
    }

    private static List<String> licences(ElementTree element) {
        String concluded = stated(element.text("licenseConcluded"));
        String licence = concluded == null ? stated(element.text("licenseDeclared")) : concluded;
        return licence == null ? List.of() : List.of(licence);
    }

    private static @CheckForNull String party(@CheckForNull String party) {
        int colon = party == null ? -1 : party.indexOf(':');
        return party == null || colon < 0 ? party : party.substring(colon + 1).strip();
    }

    private static @CheckForNull String stated(@CheckForNull String value) {
        return value == null || NOTHING.contains(value) ? null : value;
    }
}
