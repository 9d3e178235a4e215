package io.jenkins.plugins.compliance.engine.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Counts result elements in a second way: over whole trees, by what docs/formats.md says that a result is. */
final class ElementCounts {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Map<String, ToLongFunction<JsonNode>> JSON = Map.ofEntries(
            Map.entry("trivy", ElementCounts::trivy),
            Map.entry("grype", root -> size(root, "matches") + size(root, "ignoredMatches")),
            Map.entry(
                    "dependency-check",
                    root -> each(
                            root.path("dependencies"),
                            dependency -> size(dependency, "vulnerabilities")
                                    + size(dependency, "suppressedVulnerabilities"))),
            Map.entry(
                    "osv",
                    root -> each(
                            root.path("results"),
                            result ->
                                    each(result.path("packages"), dependency -> size(dependency, "vulnerabilities")))),
            Map.entry("npm-audit", root -> size(root, "vulnerabilities") + size(root, "advisories")),
            Map.entry(
                    "yarn-audit",
                    root -> root.path("type").asText().equals("auditAdvisory") || root.has("children") ? 1 : 0),
            Map.entry(
                    "retire",
                    root -> each(
                            root.isArray() ? root : root.path("data"),
                            file -> each(file.path("results"), component -> size(component, "vulnerabilities")))),
            Map.entry(
                    "snyk",
                    root -> list(root).stream().mapToLong(ElementCounts::snyk).sum()),
            Map.entry(
                    "govulncheck",
                    root -> root.has("Calls")
                            ? size(root, "Vulns")
                            : list(root).stream()
                                    .filter(message -> message.has("finding"))
                                    .count()),
            Map.entry("semgrep", root -> size(root, "results")),
            Map.entry("bandit", root -> size(root, "results")),
            Map.entry("gosec", root -> size(root, "Issues")),
            Map.entry("shellcheck", root -> root.isArray() ? root.size() : size(root, "comments")),
            Map.entry("eslint", root -> each(root, file -> size(file, "messages") + size(file, "suppressedMessages"))),
            Map.entry("gitleaks", JsonNode::size),
            Map.entry("gcc", JsonNode::size),
            Map.entry("pylint", root -> root.isArray() ? root.size() : size(root, "messages")),
            Map.entry("oxlint", root -> size(root, "diagnostics")),
            Map.entry("hadolint", JsonNode::size),
            Map.entry("sonarqube", root -> size(root, "issues") + size(root, "hotspots")),
            Map.entry(
                    "checkov",
                    root -> list(root).stream()
                            .map(framework -> framework.path("results"))
                            .mapToLong(results -> size(results, "failed_checks")
                                    + size(results, "passed_checks")
                                    + size(results, "skipped_checks"))
                            .sum()),
            Map.entry("dockerfilelint", root -> each(root.path("files"), file -> size(file, "issues"))),
            Map.entry("kics", root -> each(root.path("queries"), query -> size(query, "files"))),
            Map.entry("kubescape", root -> each(root.path("results"), result -> size(result, "controls"))),
            Map.entry("zap", root -> each(root.path("site"), site -> size(site, "alerts"))),
            Map.entry(
                    "wapiti",
                    root -> each(root.path("vulnerabilities"), JsonNode::size)
                            + each(root.path("anomalies"), JsonNode::size)
                            + each(root.path("additionals"), JsonNode::size)),
            Map.entry("nuclei", root -> list(root).size()),
            Map.entry("cyclonedx", root -> components(root) + size(root, "vulnerabilities")),
            Map.entry("spdx", root -> size(root, "packages")),
            Map.entry("openvex", root -> size(root, "statements")));

    private static final Map<String, List<String>> XML = Map.ofEntries(
            Map.entry("junit", List.of("testcase")),
            Map.entry("dependency-check", List.of("vulnerability", "suppressedVulnerability")),
            Map.entry("spotbugs", List.of("BugInstance")),
            Map.entry("checkstyle", List.of("error")),
            Map.entry("cppcheck", List.of("error")),
            Map.entry("pmd", List.of("violation", "suppressedviolation")),
            Map.entry("xccdf", List.of("rule-result")),
            Map.entry("zap", List.of("alertitem")),
            Map.entry("burp", List.of("issue")),
            Map.entry("cyclonedx", List.of("component", "vulnerability")));

    private ElementCounts() {}

    static long of(String format, byte[] content) throws Exception {
        String text = new String(content, StandardCharsets.UTF_8).strip();
        if (format.equals("lynis")) {
            return text.lines()
                    .filter(line -> line.startsWith("warning[]=") || line.startsWith("suggestion[]="))
                    .count();
        }
        return text.startsWith("<") || text.startsWith("\ufeff<") ? xml(format, content) : json(format, content);
    }

    private static long json(String format, byte[] content) throws IOException {
        ToLongFunction<JsonNode> count = JSON.get(format);
        assertKnown(format, count);
        long sum = 0;
        try (JsonParser parser = MAPPER.getFactory().createParser(content)) {
            for (JsonNode root = parser.readValueAsTree(); root != null; root = parser.readValueAsTree()) {
                sum += count.applyAsLong(root);
            }
        }
        return sum;
    }

    private static long xml(String format, byte[] content) throws Exception {
        List<String> names = XML.get(format);
        assertKnown(format, names);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setExpandEntityReferences(false);
        Element root = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(content))
                .getDocumentElement();
        return names.stream().mapToLong(name -> count(root, name, format)).sum();
    }

    private static long count(Element root, String name, String format) {
        long count = 0;
        var found = root.getElementsByTagNameNS("*", name);
        for (int i = 0; i < found.getLength(); i++) {
            count += counts(found.item(i), name, format) ? 1 : 0;
        }
        return count;
    }

    /** The same names stand for other things in some places. */
    private static boolean counts(Node element, String name, String format) {
        String parent = element.getParentNode().getLocalName();
        return switch (format) {
            case "cyclonedx" ->
                name.equals("component")
                        ? parent.equals("components") && !underMetadata(element)
                        : parent.equals("vulnerabilities");
            case "checkstyle" -> parent.equals("file");
            case "cppcheck" -> parent.equals("errors");
            case "dependency-check" -> parent.equals("vulnerabilities");
            default -> true;
        };
    }

    private static boolean underMetadata(Node element) {
        for (Node node = element; node != null; node = node.getParentNode()) {
            if ("metadata".equals(node.getLocalName())) {
                return true;
            }
        }
        return false;
    }

    private static long trivy(JsonNode root) {
        long sum = 0;
        for (JsonNode node : list(root)) {
            if (node.has("Target")) {
                for (String section : List.of(
                        "Vulnerabilities",
                        "Misconfigurations",
                        "Secrets",
                        "Licenses",
                        "ExperimentalModifiedFindings")) {
                    sum += size(node, section);
                }
            } else if (node.isContainerNode()) {
                for (String section :
                        List.of("Results", "Resources", "Findings", "Vulnerabilities", "Misconfigurations")) {
                    if (node.path(section).isArray()) {
                        sum += trivy(node.path(section));
                    }
                }
            }
        }
        return sum;
    }

    private static long snyk(JsonNode project) {
        return size(project, "vulnerabilities")
                + size(project, "infrastructureAsCodeIssues")
                + size(project.path("filtered"), "ignore")
                + each(project.path("applications"), ElementCounts::snyk);
    }

    private static long components(JsonNode node) {
        return each(node.path("components"), component -> 1 + components(component));
    }

    private static long each(JsonNode nodes, ToLongFunction<JsonNode> count) {
        long sum = 0;
        for (JsonNode node : nodes) {
            sum += count.applyAsLong(node);
        }
        return sum;
    }

    private static List<JsonNode> list(JsonNode root) {
        if (!root.isArray()) {
            return List.of(root);
        }
        List<JsonNode> items = new ArrayList<>();
        root.forEach(items::add);
        return items;
    }

    private static long size(JsonNode node, String member) {
        return node.path(member).size();
    }

    private static void assertKnown(String format, Object count) {
        if (count == null) {
            throw new AssertionError("no second way of counting for " + format);
        }
    }
}
