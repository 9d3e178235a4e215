package io.jenkins.plugins.compliance.config.policy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.AbstractDescribableImpl;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Where the policy of a controller comes from. {@link PolicyStore} asks it, and keeps what it brought. */
@Restricted(NoExternalUse.class)
public abstract class PolicySource extends AbstractDescribableImpl<PolicySource> {
    /** Where that is, one line for people; no secret is in it. */
    public abstract String describe();

    /** What a kept version must share to count as one of this source. */
    abstract String identity();

    /**
     * Brings the pack.
     *
     * @param into a new and empty folder, to hold whatever must be kept to load the pack again
     * @throws IOException when it can't be had; the message says where and what
     */
    abstract Brought bring(Path into, Limits limits) throws IOException, InterruptedException;

    /**
     * What is another text whenever the pack is another one, if that can be told in a moment; null when only {@link #bring} can
     * tell. It must not throw: what can't be read is a text of its own.
     *
     * @param places the {@link Brought#places} of the version in force
     */
    @CheckForNull
    String stamp(List<String> places) {
        return null;
    }

    /**
     * What a source brought.
     *
     * @param location {@code bundled:ID}, or the path of the pack within the folder
     * @param revision what the source calls this version, for instance a commit; null when it has no name for it
     * @param places what of the source was read, in its own terms; for {@link #stamp}
     */
    record Brought(String location, @CheckForNull String revision, List<String> places) {}
}
