package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.KeptText;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the driver, extensions and taxonomies of a run. */
final class ToolComponentReader {
    private final KeptText kept;
    private final RuleReader rules;

    ToolComponentReader(KeptText kept) {
        this.kept = kept;
        this.rules = new RuleReader(kept);
    }

    List<ToolComponent> components(JsonCursor json) throws IOException {
        List<ToolComponent> components = new ArrayList<>();
        if (json.beginArray()) {
            while (json.nextElement()) {
                components.add(component(json));
            }
        }
        return components;
    }

    ToolComponent component(JsonCursor json) throws IOException {
        String componentName = "";
        String version = null;
        String semanticVersion = null;
        String guid = null;
        List<Rule> ruleList = List.of();
        List<Rule> notifications = List.of();
        List<ToolComponent.Taxon> taxa = List.of();
        Map<String, String> messages = Map.of();
        if (!json.beginObject()) {
            return ToolComponent.UNKNOWN;
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "name" -> componentName = kept.keep(json.text(""));
                case "version" -> version = kept.keepIfAny(json.text());
                case "semanticVersion" -> semanticVersion = kept.keepIfAny(json.text());
                case "guid" -> guid = kept.keepIfAny(json.text());
                case "rules" -> ruleList = rules(json);
                case "notifications" -> notifications = rules(json);
                case "taxa" -> taxa = taxa(json);
                case "globalMessageStrings" -> messages = rules.messageStrings(json);
                default -> {}
            }
        }
        return new ToolComponent(
                componentName,
                version == null ? semanticVersion : version,
                guid,
                ruleList,
                notifications,
                taxa,
                messages);
    }

    private List<Rule> rules(JsonCursor json) throws IOException {
        List<Rule> list = new ArrayList<>();
        if (json.beginArray()) {
            while (json.nextElement()) {
                list.add(rules.rule(json));
            }
        }
        return list;
    }

    private List<ToolComponent.Taxon> taxa(JsonCursor json) throws IOException {
        List<ToolComponent.Taxon> taxa = new ArrayList<>();
        if (json.beginArray()) {
            while (json.nextElement()) {
                taxa.add(taxon(json));
            }
        }
        return taxa;
    }

    private ToolComponent.Taxon taxon(JsonCursor json) throws IOException {
        String id = "";
        @CheckForNull String guid = null;
        if (json.beginObject()) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                switch (name) {
                    case "id" -> id = kept.keep(json.text(""));
                    case "guid" -> guid = kept.keepIfAny(json.text());
                    default -> {}
                }
            }
        }
        return new ToolComponent.Taxon(id, guid);
    }
}
