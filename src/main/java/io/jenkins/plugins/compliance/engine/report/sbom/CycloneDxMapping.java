package io.jenkins.plugins.compliance.engine.report.sbom;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.report.finding.Component;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.FindingBuilder;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.SeverityScale;
import io.jenkins.plugins.compliance.engine.report.finding.VexStatement;
import io.jenkins.plugins.compliance.engine.report.licence.LicenceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the elements of CycloneDX mean, whether they were written in JSON or XML. Confined to one reading. */
final class CycloneDxMapping {
    /** References that are resolved to package URLs; of more components than this the plain reference is shown. */
    private static final int MOST_REFERENCES = 20_000;

    private final String tool;
    private final Map<String, String> packageUrls = new HashMap<>();

    CycloneDxMapping(String tool) {
        this.tool = tool;
    }

    Component component(ElementTree element) {
        String name = element.require("name");
        String purl = element.text("purl");
        String reference = element.text("bom-ref");
        if (purl != null && reference != null && !reference.equals(purl) && packageUrls.size() < MOST_REFERENCES) {
            packageUrls.put(reference, purl);
        }
        return new Component(
                element.text("type", "unknown"),
                element.text("group"),
                name,
                element.text("version"),
                purl,
                licences(element),
                !element.list("hashes", "hash").isEmpty(),
                supplier(element));
    }

    Finding vulnerability(ElementTree element) {
        String id = element.require("id");
        FindingBuilder finding = new FindingBuilder(tool, id)
                .title(id)
                .message(element.firstText("description", "detail"))
                .severity(worst(element))
                .advisory(id)
                .cwes(element.texts("cwes", "cwe"))
                .component(component(affected(element)), null, null)
                .help(element.has("source") ? element.at("source").text("url") : null)
                .suppressed(suppression(element));
        for (ElementTree rating : element.list("ratings", "rating")) {
            String method = rating.text("method", "CVSSv3");
            if (method.startsWith("CVSS")) {
                finding.score(score(rating)).vector(rating.text("vector"));
            }
        }
        for (ElementTree reference : element.list("references", "reference")) {
            finding.advisory(reference.text("id"));
        }
        return finding.build();
    }

    /** The statement that an analysis makes; null when there is none. */
    static @CheckForNull VexStatement statement(ElementTree element) {
        ElementTree analysis = element.at("analysis");
        VexStatement.Status status = status(analysis.text("state"));
        return status == null
                ? null
                : new VexStatement(
                        element.text("id", ""),
                        affected(element),
                        status,
                        analysis.text("justification"),
                        analysis.text("detail"));
    }

    private static @CheckForNull VexStatement.Status status(@CheckForNull String state) {
        return switch (state == null ? "" : state) {
            case "resolved", "resolved_with_pedigree" -> VexStatement.Status.FIXED;
            case "exploitable" -> VexStatement.Status.AFFECTED;
            case "in_triage" -> VexStatement.Status.UNDER_INVESTIGATION;
            case "false_positive", "not_affected" -> VexStatement.Status.NOT_AFFECTED;
            default -> null;
        };
    }

    private static @CheckForNull String suppression(ElementTree element) {
        ElementTree analysis = element.at("analysis");
        String state = analysis.text("state");
        VexStatement.Status status = status(state);
        if (status != VexStatement.Status.FIXED && status != VexStatement.Status.NOT_AFFECTED) {
            return null;
        }
        String reason = analysis.firstText("justification", "detail");
        return reason == null ? state : state + ": " + reason;
    }

    private static List<String> affected(ElementTree element) {
        List<String> references = new ArrayList<>();
        for (ElementTree target : element.list("affects", "target")) {
            String reference = target.text("ref");
            if (reference != null) {
                references.add(reference);
            }
        }
        // The extension of CycloneDX 1.2 and 1.3 has one, as an attribute.
        String reference = element.text("ref");
        if (references.isEmpty() && reference != null) {
            references.add(reference);
        }
        return references;
    }

    private @CheckForNull String component(List<String> references) {
        if (references.isEmpty()) {
            return null;
        }
        String first = references.get(0);
        return packageUrls.getOrDefault(first, first);
    }

    private static @CheckForNull Severity worst(ElementTree element) {
        Severity worst = null;
        for (ElementTree rating : element.list("ratings", "rating")) {
            Severity stated = SeverityScale.WORDS.of(rating.text("severity"));
            if (stated != null && (worst == null || stated.atLeast(worst))) {
                worst = stated;
            }
        }
        return worst;
    }

    private static @CheckForNull Double score(ElementTree rating) {
        Double plain = rating.number("score");
        if (plain != null) {
            return plain;
        }
        for (ElementTree score : rating.list("score")) {
            if (score.kind() == ElementTree.Kind.ELEMENT) {
                return score.number("base");
            }
        }
        return null;
    }

    private static List<String> licences(ElementTree element) {
        List<String> licences = new ArrayList<>();
        for (ElementTree wrapper : element.list("licenses")) {
            for (ElementTree choice : wrapper.kind() == ElementTree.Kind.ELEMENT ? wrapper.parts() : List.of(wrapper)) {
                String expression =
                        choice.name().equals("expression") ? choice.scalar().strip() : choice.text("expression");
                if (expression != null && !expression.isEmpty()) {
                    licences.add(expression);
                }
                licence(choice.has("license") ? choice.at("license") : choice, licences);
            }
        }
        return licences;
    }

    /** An id or a name; both where a bill states both, though it may not, and the address alone where it states no more. */
    private static void licence(ElementTree licence, List<String> licences) {
        String address = licence.text("url");
        String id = licence.text("id");
        String name = licence.text("name");
        if (id != null) {
            licences.add(LicenceText.at(id, address));
        }
        if (name != null) {
            licences.add(LicenceText.at(name, address));
        }
        if (id == null && name == null && address != null) {
            licences.add(address);
        }
    }

    private static @CheckForNull String supplier(ElementTree element) {
        String supplier = element.at("supplier").text("name");
        return supplier != null ? supplier : element.text("publisher");
    }

    /** The tool that made the bill, the first of those that are named. */
    static Tool tool(ElementTree metadata) {
        for (ElementTree tools : metadata.list("tools")) {
            List<ElementTree> named = new ArrayList<>();
            if (tools.has("components")) {
                named.addAll(tools.list("components", "component"));
            } else if (tools.has("tool")) {
                named.addAll(tools.list("tool"));
            } else {
                named.add(tools);
            }
            for (ElementTree tool : named) {
                String name = tool.text("name");
                if (name != null) {
                    return new Tool(name, tool.text("version"));
                }
            }
        }
        return new Tool("cyclonedx", null);
    }

    /** A tool as the metadata names it. */
    record Tool(String name, @CheckForNull String version) {}
}
