package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.KeptText;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The {@code artifacts} of a run (section 3.14.15), as far as results refer to them. */
final class Artifacts {
    private static final String TARGET = "analysisTarget";
    private static final int DEEPEST = 8;

    private final List<Artifact> artifacts = new ArrayList<>();
    private long targets;

    /**
     * An artifact.
     *
     * @param uri its URI; empty when not stated
     * @param base id of the base that the URI is relative to; null when there is none
     * @param parent index of the artifact that contains it; -1 when it is a file of its own
     */
    private record Artifact(String uri, @CheckForNull String base, int parent) {}

    /** How many artifacts the tool was told to analyse; 0 when it does not say. */
    long targets() {
        return targets;
    }

    /** Reads the artifacts. */
    void read(JsonCursor json, KeptText kept) throws IOException {
        if (json.beginArray()) {
            while (json.nextElement()) {
                artifacts.add(artifact(json, kept));
            }
        }
    }

    /** The path of an artifact; null when there is none with this index. */
    @CheckForNull
    String path(int index, UriBases bases) {
        return path(index, bases, 0);
    }

    private @CheckForNull String path(int index, UriBases bases, int depth) {
        if (index < 0 || index >= artifacts.size() || depth > DEEPEST) {
            return null;
        }
        Artifact artifact = artifacts.get(index);
        String own = artifact.uri().isEmpty() ? null : bases.path(artifact.uri(), artifact.base());
        String container = artifact.parent() < 0 ? null : path(artifact.parent(), bases, depth + 1);
        if (own == null || container == null) {
            return own == null ? container : own;
        }
        return container + "!/" + own;
    }

    private Artifact artifact(JsonCursor json, KeptText kept) throws IOException {
        ArtifactLocation location = new ArtifactLocation();
        int parent = -1;
        if (json.beginObject()) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                switch (name) {
                    case "location" -> location.read(json);
                    case "parentIndex" -> parent = json.smallInteger(-1);
                    case "roles" -> targets += json.texts().contains(TARGET) ? 1 : 0;
                    default -> {}
                }
            }
        }
        String uri = location.uri;
        return new Artifact(kept.keep(uri == null ? "" : uri), kept.keepIfAny(location.base), parent);
    }
}
