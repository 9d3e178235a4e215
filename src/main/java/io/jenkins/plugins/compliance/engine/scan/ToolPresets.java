package io.jenkins.plugins.compliance.engine.scan;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblems;
import io.jenkins.plugins.compliance.engine.io.document.Documents;
import io.jenkins.plugins.compliance.engine.io.document.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The definitions that come with the program, one file a tool. */
public final class ToolPresets {
    private static final String INDEX = "presets/index.txt";

    private ToolPresets() {}

    /** All presets. */
    public static ScanTools all() {
        List<ScanTool> tools = new ArrayList<>();
        DocumentProblems problems = new DocumentProblems(0);
        nodes().values().forEach(node -> {
            ScanTool tool = ScanToolReader.read(node, problems);
            if (tool != null) {
                tools.add(tool);
            }
        });
        return new ScanTools(tools, problems.sorted());
    }

    /** The definitions as they are written, by id. */
    static Map<String, Node.Mapping> nodes() {
        Map<String, Node.Mapping> nodes = new LinkedHashMap<>();
        for (String line : new String(resource(INDEX), StandardCharsets.UTF_8).split("\n")) {
            String id = line.strip();
            if (!id.isEmpty()) {
                nodes.put(id, node(id));
            }
        }
        return nodes;
    }

    private static Node.Mapping node(String id) {
        try {
            Node node = Documents.yaml(resource("presets/" + id + ".yaml"), "preset " + id, Limits.DEFAULTS);
            if (node instanceof Node.Mapping mapping) {
                return mapping;
            }
            throw new IllegalStateException("the preset " + id + " is not a mapping");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = ToolPresets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
