package io.jenkins.plugins.compliance.engine.export.sarif;

import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.export.UriReference;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Writes the tool of a run with its rules. */
final class Driver {
    private final JsonOutput json;
    private final SurveyedTool tool;

    Driver(JsonOutput json, SurveyedTool tool) {
        this.json = json;
        this.tool = tool;
    }

    void write() throws IOException {
        json.beginObject("tool").beginObject("driver").member("name", tool.name());
        List<String> versions = tool.invocations().stream()
                .map(Fact.Scan::version)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (versions.size() == 1) {
            json.member("version", versions.get(0));
        }
        json.beginArray("rules");
        for (Map.Entry<String, SurveyedRule> rule : tool.rules().entrySet()) {
            rule(rule.getKey(), rule.getValue());
        }
        json.endArray();
        if (!tool.weaknesses().isEmpty()) {
            json.beginArray("supportedTaxonomies").beginObject();
            json.member("name", CweTaxonomy.NAME).member("index", 0);
            json.endObject().endArray();
        }
        json.endObject().endObject();
    }

    private void rule(String id, SurveyedRule rule) throws IOException {
        json.beginObject().member("id", id);
        String title = rule.title();
        if (title != null && !title.isBlank()) {
            json.beginObject("shortDescription")
                    .member("text", MessageText.of(title))
                    .endObject();
        }
        String help = rule.help();
        if (help != null && UriReference.absolute(help)) {
            json.member("helpUri", help);
        }
        json.beginObject("defaultConfiguration").member("level", Result.level(rule.severity()));
        json.endObject();
        if (!rule.weaknesses().isEmpty()) {
            json.beginArray("relationships");
            for (int cwe : rule.weaknesses()) {
                json.beginObject().name("target");
                CweTaxonomy.reference(json, cwe);
                json.member("kinds", List.of("relevant")).endObject();
            }
            json.endArray();
        }
        json.beginObject("properties");
        Double score = rule.score();
        if (score != null) {
            json.member("security-severity", String.format(Locale.ROOT, "%.1f", score));
        }
        List<String> tags = new ArrayList<>(List.of("security"));
        rule.weaknesses().forEach(cwe -> tags.add(String.format(Locale.ROOT, "external/cwe/cwe-%03d", cwe)));
        json.member("tags", tags).endObject();
        json.endObject();
    }
}
