package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.KeptText;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is kept of a {@code run} (section 3.14) while it is read: everything that results refer to, and never a result. */
final class RunParts {
    /** A part that results refer to; in the order of the standard it may stand before or after the results. */
    enum Part {
        TOOL("tool"),
        INVOCATIONS("invocations"),
        URI_BASES("originalUriBaseIds"),
        ARTIFACTS("artifacts"),
        LOGICAL_LOCATIONS("logicalLocations"),
        TAXONOMIES("taxonomies");

        private final String member;

        Part(String member) {
            this.member = member;
        }

        /** Its name as a member of the run. */
        String member() {
            return member;
        }
    }

    private final KeptText kept;
    private final ToolComponentReader components;
    private final Set<Part> seen = EnumSet.noneOf(Part.class);
    private final List<String> logicalNames = new ArrayList<>();
    private final List<External> externals = new ArrayList<>();
    private final Artifacts artifacts = new Artifacts();
    private ToolComponent driver = ToolComponent.UNKNOWN;
    private List<ToolComponent> extensions = List.of();
    private List<ToolComponent> taxonomies = List.of();
    private List<Invocation> invocations = List.of();
    private UriBases bases = UriBases.NONE;

    RunParts(KeptText kept) {
        this.kept = kept;
        this.components = new ToolComponentReader(kept);
    }

    /**
     * A part that is in another file (section 3.15).
     *
     * @param part name of the part
     * @param location where it is said to be; empty when not stated
     * @param path where in the report
     */
    record External(String part, String location, String path) {}

    /** Reads a member of the run that is not {@code results}. */
    void read(String name, JsonCursor json) throws IOException {
        switch (name) {
            case "tool" -> {
                seen.add(Part.TOOL);
                tool(json);
            }
            case "taxonomies" -> {
                seen.add(Part.TAXONOMIES);
                taxonomies = components.components(json);
            }
            case "invocations" -> {
                invocations = new InvocationReader(kept).invocations(json);
                seen.add(Part.INVOCATIONS);
            }
            case "originalUriBaseIds" -> {
                seen.add(Part.URI_BASES);
                bases = UriBases.read(json, kept);
            }
            case "artifacts" -> {
                seen.add(Part.ARTIFACTS);
                artifacts.read(json, kept);
            }
            case "logicalLocations" -> {
                seen.add(Part.LOGICAL_LOCATIONS);
                logicalLocations(json);
            }
            case "externalPropertyFileReferences" -> externals(json);
            default -> {}
        }
    }

    boolean has(Part part) {
        return seen.contains(part);
    }

    ToolComponent driver() {
        return driver;
    }

    List<ToolComponent> extensions() {
        return extensions;
    }

    List<ToolComponent> taxonomies() {
        return taxonomies;
    }

    List<Invocation> invocations() {
        return invocations;
    }

    UriBases bases() {
        return bases;
    }

    Artifacts artifacts() {
        return artifacts;
    }

    List<External> externals() {
        return externals;
    }

    /** The name of a logical location; null when there is none with this index. */
    @CheckForNull
    String logicalName(int index) {
        return index >= 0 && index < logicalNames.size() ? logicalNames.get(index) : null;
    }

    private void tool(JsonCursor json) throws IOException {
        if (json.beginObject()) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                switch (name) {
                    case "driver" -> driver = components.component(json);
                    case "extensions" -> extensions = components.components(json);
                    default -> {}
                }
            }
        }
    }

    private void logicalLocations(JsonCursor json) throws IOException {
        LogicalLocation location = new LogicalLocation();
        if (json.beginArray()) {
            while (json.nextElement()) {
                location.read(json);
                String name = location.name();
                logicalNames.add(kept.keep(name == null ? "" : name));
            }
        }
    }

    private void externals(JsonCursor json) throws IOException {
        ArtifactLocation location = new ArtifactLocation();
        if (json.beginObject()) {
            for (String part = json.nextName(); part != null; part = json.nextName()) {
                if (json.kind() == JsonCursor.Kind.OBJECT) {
                    external(part, json, location);
                } else if (json.beginArray()) {
                    while (json.nextElement()) {
                        external(part, json, location);
                    }
                }
            }
        }
    }

    private void external(String part, JsonCursor json, ArtifactLocation location) throws IOException {
        String path = json.path();
        location.clear();
        if (json.beginObject()) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                if (name.equals("location")) {
                    location.read(json);
                }
            }
            String uri = location.uri;
            externals.add(new External(kept.keep(part), kept.keep(uri == null ? "" : uri), kept.keep(path)));
        }
    }
}
