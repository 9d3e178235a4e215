package io.jenkins.plugins.compliance.engine.evidence.ledger;

import io.jenkins.plugins.compliance.engine.evidence.KeptFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Kept files of a folder whose digests were computed, so that those that did not change since need not be read again. */
final class CheckedFiles {
    private final Path folder;
    private final Map<String, Checked> files = new HashMap<>();

    /** @param folder folder of the kept files */
    CheckedFiles(Path folder) {
        this.folder = folder;
    }

    private record Checked(KeptFile file, String stamp, boolean held) {}

    /** Whether a file held when it was read, and did not change since. */
    boolean holds(KeptFile file) throws IOException {
        Checked checked = files.get(file.name());
        return checked != null
                && checked.held()
                && checked.file().equals(file)
                && checked.stamp().equals(stamp(file.name()));
    }

    /** What {@link #add} takes; to be asked for before the file is read. */
    String stamp(String name) throws IOException {
        return FileStamp.of(folder.resolve(name));
    }

    /**
     * A file was looked at.
     *
     * @param held whether it was what it should be
     */
    void add(KeptFile file, String stamp, boolean held) {
        files.put(file.name(), new Checked(file, stamp, held));
    }

    /** Whether all of them are as they were. */
    boolean unchanged() throws IOException {
        for (Map.Entry<String, Checked> each : files.entrySet()) {
            if (!each.getValue().stamp().equals(stamp(each.getKey()))) {
                return false;
            }
        }
        return true;
    }
}
