package io.jenkins.plugins.compliance.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.DocumentFields;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblems;
import io.jenkins.plugins.compliance.engine.io.document.Documents;
import io.jenkins.plugins.compliance.engine.io.document.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads an admin's file of scan tools. It changes presets, adds tools of its own, and says which presets are configured at all:
 *
 * <pre>
 * schema: 1
 * presets: all
 * tools:
 *   - preset: bandit
 *     timeout: 5m
 *   - id: own-rules
 *     category: sast
 *     ...
 * </pre>
 *
 * <code>${here}</code> in a setting stands for the directory of the file.
 */
public final class ScanToolFile {
    private static final int HINTS = 50;

    @CheckForNull
    private final Path here;

    private final Map<String, Node.Mapping> presets = ToolPresets.nodes();
    private final Map<String, ScanTool> tools = new LinkedHashMap<>();
    private final Map<String, Position> defined = new HashMap<>();
    private final DocumentProblems problems = new DocumentProblems(HINTS);

    private ScanToolFile(@CheckForNull Path here) {
        this.here = here;
    }

    /**
     * The tools that a file configures, and everything that is wrong with it.
     *
     * @param file the file, YAML or JSON
     * @throws IOException when it can't be read; a mistake in it is a problem, not an exception
     */
    public static ScanTools read(Path file, Limits limits) throws IOException {
        Path here = file.toAbsolutePath().normalize().getParent();
        ScanToolFile reading = new ScanToolFile(here == null ? file : here);
        try {
            reading.document(Documents.read(file, file.toString(), limits));
        } catch (MalformedInputException e) {
            reading.problems.error("malformed", e.position(), withoutPosition(e));
        } catch (LimitExceededException e) {
            Position where = e.where() == null ? Position.of(file.toString()) : e.where();
            reading.problems.limit(where, e);
        }
        return new ScanTools(List.copyOf(reading.tools.values()), reading.problems.sorted());
    }

    /**
     * The tools that a document configures, and everything that is wrong with it. It is in no directory, so
     * <code>${here}</code> stands for nothing.
     *
     * @param document as {@link Documents} reads it
     */
    public static ScanTools of(Node document) {
        ScanToolFile reading = new ScanToolFile(null);
        reading.document(document);
        return new ScanTools(List.copyOf(reading.tools.values()), reading.problems.sorted());
    }

    private static String withoutPosition(MalformedInputException e) {
        String message = String.valueOf(e.getMessage());
        String prefix = e.position() + ": ";
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }

    private void document(Node node) {
        DocumentFields.of(node, "file of scan tools", problems).ifPresent(fields -> {
            if (!fields.text("schema").equals("1")) {
                problems.error("unknown-schema", fields.at("schema"), "expected schema: 1");
            }
            presets(fields.node("presets"));
            fields.list("tools").forEach(this::tool);
            fields.finish();
        });
    }

    private void presets(@CheckForNull Node which) {
        if (which instanceof Node.Sequence sequence) {
            for (Node item : sequence.items()) {
                String id = item instanceof Node.Scalar scalar ? scalar.text() : "";
                if (presets.containsKey(id)) {
                    preset(id);
                } else {
                    unknownPreset(item, id);
                }
            }
        } else if (which == null
                || which instanceof Node.Scalar scalar && scalar.text().equals("all")) {
            presets.keySet().forEach(this::preset);
        } else if (!(which instanceof Node.Scalar none && none.text().equals("none"))) {
            problems.error("wrong-value", which.at(), "\"presets\" must be all, none or a list of presets");
        }
    }

    private void unknownPreset(Node named, String id) {
        problems.error(
                "unknown-preset",
                named.at(),
                "no preset is called " + DocumentProblems.quoted(id),
                problems.nearest(id, presets.keySet()));
    }

    private void preset(String id) {
        Node.Mapping node = presets.get(id);
        ScanTool tool = node == null ? null : ScanToolReader.read(node, problems);
        if (tool != null) {
            tools.put(id, tool);
        }
    }

    private void tool(Node node) {
        Node definition = node instanceof Node.Mapping written ? merged(written) : node;
        ScanTool tool = definition == null ? null : ScanToolReader.read(definition, problems);
        if (tool == null) {
            return;
        }
        Position before = defined.putIfAbsent(tool.id(), node.at());
        if (before != null) {
            problems.error(
                    "duplicate-id", node.at(), "the tool " + tool.id() + " is defined twice; first at " + before);
            return;
        }
        tools.put(tool.id(), tool);
    }

    /** The preset that a definition names, with the definition's own fields over it; null when there is no such preset. */
    @CheckForNull
    private Node.Mapping merged(Node.Mapping written) {
        Node named = written.get("preset").orElse(null);
        if (named == null) {
            return settled(written);
        }
        String id = named instanceof Node.Scalar scalar ? scalar.text() : "";
        Node.Mapping preset = presets.get(id);
        if (preset == null) {
            unknownPreset(named, id);
            return null;
        }
        return settled(DefinitionMerge.over(preset, DefinitionMerge.without(written, "preset")));
    }

    private Node.Mapping settled(Node.Mapping mapping) {
        return DefinitionMerge.mapSettings(
                mapping,
                value ->
                        Placeholders.fill(value, each -> here != null && each.equals("here") ? here.toString() : null));
    }
}
