package io.jenkins.plugins.compliance.engine.export.oscal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.export.Chain;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The application that was assessed, and the tools that looked at it. */
final class Assets {
    private static final Fact.Cases<Optional<Tool>> TOOL = new Fact.Cases<>(
            scan -> Tool.of(scan.name() == null ? scan.tool() : scan.name(), scan.version()),
            document -> Tool.of(document.tool(), document.version()),
            attestation -> Optional.empty(),
            approval -> Optional.empty(),
            pipeline -> Optional.empty(),
            plan -> Optional.empty());

    private final JsonOutput json;
    private final Chain chain;
    private final Ids ids;

    Assets(JsonOutput json, Chain chain, Ids ids) {
        this.json = json;
        this.chain = chain;
        this.ids = ids;
    }

    void write() throws IOException {
        json.beginObject("local-definitions");
        json.beginArray("components");
        component(ids.system(), "this-system", chain.assessment().job(), "The application that was assessed.", null);
        json.endArray();
        Map<String, String> tools = new TreeMap<>();
        for (Evidence each : chain.current()) {
            tool(each.fact()).ifPresent(tool -> tools.put(tool.name(), tool.version()));
        }
        json.beginObject("assessment-assets");
        if (!tools.isEmpty()) {
            json.beginArray("components");
            for (Map.Entry<String, String> tool : tools.entrySet()) {
                component(
                        ids.tool(tool.getKey()),
                        "software",
                        tool.getKey(),
                        "A tool that looked at it.",
                        tool.getValue());
            }
            json.endArray();
        }
        json.beginArray("assessment-platforms").beginObject();
        json.member("uuid", ids.platform()).member("title", "compliance-stages");
        if (!tools.isEmpty()) {
            json.beginArray("uses-components");
            for (String tool : tools.keySet()) {
                json.beginObject().member("component-uuid", ids.tool(tool)).endObject();
            }
            json.endArray();
        }
        json.endObject().endArray().endObject().endObject();
    }

    /** The tool behind a fact. */
    static Optional<Tool> tool(Fact fact) {
        return fact.match(TOOL);
    }

    /**
     * A tool.
     *
     * @param version its version; empty when unknown
     */
    record Tool(String name, String version) {
        private static Optional<Tool> of(@CheckForNull String name, @CheckForNull String version) {
            return name == null ? Optional.empty() : Optional.of(new Tool(name, version == null ? "" : version));
        }
    }

    private void component(String uuid, String type, String title, String description, @CheckForNull String version)
            throws IOException {
        json.beginObject();
        json.member("uuid", uuid).member("type", type).member("title", OscalText.line(title));
        json.member("description", description);
        new Props().add("version", version).write(json);
        json.beginObject("status").member("state", "operational").endObject();
        json.endObject();
    }
}
