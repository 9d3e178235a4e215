package io.jenkins.plugins.compliance.engine.export.sarif;

import io.jenkins.plugins.compliance.engine.evidence.EvidenceRef;
import io.jenkins.plugins.compliance.engine.export.Chain;
import io.jenkins.plugins.compliance.engine.export.UriReference;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import io.jenkins.plugins.compliance.engine.policy.CweMapping;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.Finding.Kind;
import io.jenkins.plugins.compliance.engine.report.finding.Place;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Writes the results of one run. */
final class Result {
    /** Levels end at error, which high findings have too; the rank tells critical ones from them. */
    private static final double CRITICAL_RANK = 95;

    private final JsonOutput json;
    private final SurveyedTool tool;
    private final Chain chain;
    private final Map<Integer, TreeSet<String>> requirementsOfWeakness = new HashMap<>();

    Result(JsonOutput json, Chain chain, SurveyedTool tool) {
        this.json = json;
        this.chain = chain;
        this.tool = tool;
        for (CweMapping each : chain.assessment().policy().weaknesses()) {
            requirementsOfWeakness
                    .computeIfAbsent(each.cwe(), key -> new TreeSet<>())
                    .add(each.requirement().toString());
        }
    }

    void write(EvidenceRef evidence, Finding finding) throws IOException {
        json.beginObject().member("ruleId", finding.rule());
        SurveyedRule rule = tool.rules().get(finding.rule());
        if (rule != null) {
            json.member("ruleIndex", rule.index());
        }
        Kind kind = finding.state().kind();
        if (kind != Kind.FAIL) {
            json.member("kind", kind(kind));
        }
        json.member("level", kind == Kind.FAIL ? level(finding.severity()) : "none");
        if (finding.severity() == Severity.CRITICAL && finding.score() == null) {
            json.member("rank", CRITICAL_RANK);
        }
        json.beginObject("message")
                .member("text", MessageText.of(message(finding)))
                .endObject();
        place(finding);
        if (!finding.cwes().isEmpty()) {
            json.beginArray("taxa");
            for (int cwe :
                    new TreeSet<>(finding.cwes().stream().map(CweClaim::cwe).toList())) {
                CweTaxonomy.reference(json, cwe);
            }
            json.endArray();
        }
        json.beginObject("partialFingerprints")
                .member("compliance/v1", finding.fingerprint())
                .endObject();
        state(finding);
        properties(evidence, finding);
        json.endObject();
    }

    private void place(Finding finding) throws IOException {
        Place place = finding.place();
        if (place == null) {
            return;
        }
        json.beginArray("locations").beginObject();
        if (!place.path().isEmpty()) {
            json.beginObject("physicalLocation").beginObject("artifactLocation");
            json.member("uri", UriReference.ofPlace(place.path())).endObject();
            if (place.line() > 0) {
                json.beginObject("region").member("startLine", place.line());
                if (place.column() > 0) {
                    json.member("startColumn", place.column());
                }
                if (place.endLine() >= place.line()) {
                    json.member("endLine", place.endLine());
                }
                json.endObject();
            }
            json.endObject();
        }
        if (place.logical() != null) {
            json.beginArray("logicalLocations").beginObject();
            json.member("fullyQualifiedName", place.logical()).endObject().endArray();
        }
        json.endObject().endArray();
    }

    private void state(Finding finding) throws IOException {
        if (tool.suppressions()) {
            json.beginArray("suppressions");
            String suppression = finding.state().suppression();
            if (suppression != null) {
                json.beginObject().member("kind", "external");
                json.member("justification", suppression).endObject();
            }
            json.endArray();
        }
        Finding.Baseline baseline = finding.state().baseline();
        if (baseline != null && tool.compared()) {
            json.member("baselineState", baseline.name().toLowerCase(Locale.ROOT));
        }
    }

    private void properties(EvidenceRef evidence, Finding finding) throws IOException {
        json.beginObject("properties").member("evidence", evidence.sequence());
        json.member("severity", finding.severity().id());
        if (!tool.name().equals(finding.tool())) {
            json.member("tool", finding.tool());
        }
        Double score = finding.score();
        if (score != null) {
            json.member("security-severity", String.format(Locale.ROOT, "%.1f", score));
        }
        json.member(
                "procedures",
                chain.proceduresOf(evidence).stream()
                        .map(each -> each.procedure().id())
                        .toList());
        TreeSet<String> requirements = new TreeSet<>();
        finding.cwes()
                .forEach(each -> requirements.addAll(requirementsOfWeakness.getOrDefault(each.cwe(), new TreeSet<>())));
        list("requirements", List.copyOf(requirements));
        list("advisories", finding.advisories());
        json.optional("component", finding.component()).optional("fixedIn", finding.fixedIn());
        json.endObject();
    }

    private void list(String name, List<String> values) throws IOException {
        if (!values.isEmpty()) {
            json.member(name, values);
        }
    }

    private static String message(Finding finding) {
        if (!finding.message().isBlank()) {
            return finding.message();
        }
        String title = finding.title();
        return title == null || title.isBlank() ? finding.rule() : title;
    }

    /** The level of a severity (SARIF 2.1.0, section 3.27.10, which knows three). */
    static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "note";
        };
    }

    private static String kind(Kind kind) {
        return switch (kind) {
            case FAIL -> "fail";
            case OPEN -> "open";
            case REVIEW -> "review";
            case PASS -> "pass";
            case NOT_APPLICABLE -> "notApplicable";
            case INFORMATIONAL -> "informational";
        };
    }
}
