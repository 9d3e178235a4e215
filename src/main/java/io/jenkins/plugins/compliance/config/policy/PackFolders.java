package io.jenkins.plugins.compliance.config.policy;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Folders with files of policy packs, wherever they are. */
interface PackFolders {
    /** What a pack is made of; whatever else lies there is left alone. */
    List<String> ENDINGS = List.of(".yaml", ".yml", ".json", ".md");

    /** Whether a file can be a part of a pack. */
    static boolean isPart(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.stream().anyMatch(lower::endsWith);
    }

    /**
     * The content of all files of packs below a folder by their paths relative to it, with forward slashes; empty when there is no such
     * folder.
     *
     * @param path path of the folder with forward slashes
     * @throws IOException when a file can't be read, is a link that leads out, or is over a limit
     */
    Map<String, byte[]> files(String path) throws IOException, InterruptedException;
}
