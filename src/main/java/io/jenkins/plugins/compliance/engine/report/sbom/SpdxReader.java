package io.jenkins.plugins.compliance.engine.report.sbom;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.KeptText;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import io.jenkins.plugins.compliance.engine.report.IncompleteReportException;
import io.jenkins.plugins.compliance.engine.report.JsonReport;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.Sample;
import io.jenkins.plugins.compliance.engine.report.ToolRun;
import io.jenkins.plugins.compliance.engine.report.finding.Component;
import io.jenkins.plugins.compliance.engine.report.licence.LicenceText;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * SPDX 2.2 and 2.3 in JSON. A result is an entry of {@code packages}. Read twice: what a package's references to licences stand for is
 * usually defined behind the packages.
 */
public final class SpdxReader implements ReportReader {
    private static final Set<String> DEFINITION = Set.of("licenseId", "name", "extractedText");
    private static final int LONGEST_NAME = 200;
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
        Map<String, String> definitions = definitions(source, collector, limits);
        JsonReport.read(source, collector, limits, report -> {
            long[] edges = new long[1];
            ElementTree root = report.outline(
                    Set.of("spdxVersion", "creationInfo"),
                    Map.of(
                            "packages",
                            before -> report.elements(element -> component(element, definitions), collector::component),
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

    private static Map<String, String> definitions(ReportSource source, ReportCollector collector, Limits limits)
            throws IOException {
        Map<String, String> definitions = new HashMap<>();
        KeptText kept = new KeptText(limits);
        try {
            JsonReport.read(
                    source,
                    collector,
                    limits,
                    report -> report.outline(
                            Set.of(),
                            Map.of(
                                    "hasExtractedLicensingInfos",
                                    before -> report.each(() -> {
                                        if (report.json().kind() == JsonCursor.Kind.OBJECT) {
                                            define(report.outline(DEFINITION, Map.of()), definitions, kept);
                                        }
                                    }))));
        } catch (MalformedInputException | ElementTree.ShapeException e) {
            // The second reading tells what is wrong, and keeps what stands before it.
        }
        return definitions;
    }

    /** A name; some tools write it where its text belongs. */
    private static void define(ElementTree licence, Map<String, String> definitions, KeptText kept)
            throws LimitExceededException {
        String reference = licence.text("licenseId");
        String name = stated(licence.text("name"));
        String text = name == null ? licence.text("extractedText") : name;
        if (reference != null && text != null && text.length() <= LONGEST_NAME) {
            definitions.put(kept.keep(reference), kept.keep(text));
        }
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

    private static Component component(ElementTree element, Map<String, String> definitions) {
        return new Component(
                element.text("primaryPackagePurpose", "package").toLowerCase(Locale.ROOT),
                null,
                element.require("name"),
                stated(element.text("versionInfo")),
                purl(element),
                licences(element, definitions),
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

    private static List<String> licences(ElementTree element, Map<String, String> definitions) {
        String concluded = stated(element.text("licenseConcluded"));
        String licence = concluded == null ? stated(element.text("licenseDeclared")) : concluded;
        return licence == null ? List.of() : List.of(LicenceText.defining(licence, definitions));
    }

    private static @CheckForNull String party(@CheckForNull String party) {
        int colon = party == null ? -1 : party.indexOf(':');
        return party == null || colon < 0 ? party : party.substring(colon + 1).strip();
    }

    private static @CheckForNull String stated(@CheckForNull String value) {
        return value == null || NOTHING.contains(value) ? null : value;
    }
}
