package io.jenkins.plugins.compliance.engine.io.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Somebody else writes into a folder. The message names the folder and who. */
public final class FolderLockedException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param folder the folder
     * @param holder who holds it, as they said; may be empty
     * @param waited how long it was waited for
     */
    public FolderLockedException(Path folder, String holder, Duration waited) {
        super(folder + " is in use by another writer" + (holder.isEmpty() ? "" : " (" + holder + ")") + "; waited "
                + waited.toSeconds() + " s for it. Let that one end, or write into another folder");
    }
}
