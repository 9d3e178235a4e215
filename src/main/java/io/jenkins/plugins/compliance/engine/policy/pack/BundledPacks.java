package io.jenkins.plugins.compliance.engine.policy.pack;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.file.FileTree;
import java.io.IOException;
import java.util.List;

/** The packs that come with the engine. */
final class BundledPacks {
    /** Begins the location of a bundled pack. */
    static final String PREFIX = "bundled:";

    private static final String FOLDER = "/io/jenkins/plugins/compliance/engine/policy/packs/";

    private BundledPacks() {}

    /** Their ids, ascending. */
    static List<String> ids() {
        try (FileTree tree = FileTree.resources(BundledPacks.class, FOLDER, "bundled:", Limits.DEFAULTS)) {
            return List.copyOf(tree.paths());
        } catch (IOException e) {
            throw new IllegalStateException("the engine was packaged without its policy packs", e);
        }
    }

    /** The files of one of them. */
    static FileTree tree(String id, Limits limits) throws IOException {
        return FileTree.resources(BundledPacks.class, FOLDER + id + "/", PREFIX + id, limits);
    }
}
