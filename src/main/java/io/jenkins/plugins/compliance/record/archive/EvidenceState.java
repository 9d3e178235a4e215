package io.jenkins.plugins.compliance.record.archive;

import hudson.model.Run;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.HexFormat;
import jenkins.util.VirtualFile;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Whether an archived file still is what was archived. */
@Restricted(NoExternalUse.class)
public enum EvidenceState {
    /** It has the digest that it had. */
    INTACT,
    /** It has another digest. */
    ALTERED,
    /** It is not there any more. */
    MISSING;

    /**
     * Looks at a file where the build's artifacts are kept.
     *
     * @throws IOException when it is there and can't be read
     */
    public static EvidenceState of(Run<?, ?> run, ArchivedFile file) throws IOException {
        VirtualFile artifact = run.getArtifactManager().root().child(file.getPath());
        if (!artifact.isFile()) {
            return MISSING;
        }
        try (InputStream in = artifact.open()) {
            Digesting digesting = new Digesting();
            // One byte more than it had tells enough: what an artifact store holds may be of any length.
            long size = digesting.read(in, file.getSize() + 1);
            boolean same = size == file.getSize()
                    && HexFormat.of().formatHex(digesting.digest()).equals(file.getSha256());
            return same ? INTACT : ALTERED;
        } catch (NoSuchFileException | FileNotFoundException e) {
            return MISSING;
        }
    }
}
