package io.jenkins.plugins.compliance.record.judge;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.record.archive.ArchivedFile;
import io.jenkins.plugins.compliance.record.archive.ArchivedFiles;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import jenkins.model.RunAction2;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * What a build remembers: its tags and its verdict. It is never changed: {@link #update}
 * puts another one into its place.
 */
@Restricted(NoExternalUse.class)
public final class ComplianceRunAction implements RunAction2 {
    private static final int SCHEMA = 1;

    private final int schema;
    private final TreeMap<String, String> tags;

    @CheckForNull
    private final GateVerdict verdict;

    private transient Run<?, ?> run;

    private ComplianceRunAction(TreeMap<String, String> tags, @CheckForNull GateVerdict verdict) {
        this.schema = SCHEMA;
        this.tags = tags;
        this.verdict = verdict;
        Tags.of(tags);
    }

    /** What a build remembers; nothing when it has none yet. */
    public static ComplianceRunAction of(Run<?, ?> run) {
        ComplianceRunAction action = run.getAction(ComplianceRunAction.class);
        if (action == null) {
            action = new ComplianceRunAction(new TreeMap<>(), null);
            action.run = run;
        }
        return action;
    }

    /** Changes what a build remembers and saves the build. */
    public static void update(Run<?, ?> run, UnaryOperator<ComplianceRunAction> change) throws IOException {
        synchronized (run) {
            run.addOrReplaceAction(change.apply(of(run)));
            run.save();
        }
    }

    /** The same with these tags over those that it has. */
    public ComplianceRunAction withTags(Tags nearer) {
        return new ComplianceRunAction(new TreeMap<>(nearer.over(getTags()).values()), verdict);
    }

    /** The same with another verdict. */
    public ComplianceRunAction withVerdict(GateVerdict other) {
        return new ComplianceRunAction(tags, other);
    }

    /** Tags of the application. */
    public Tags getTags() {
        return Tags.of(tags);
    }

    /** What the gate decided; null when none did. */
    @CheckForNull
    public GateVerdict getVerdict() {
        return verdict;
    }

    /** The artifacts that are evidence or an account of it. */
    public List<ArchivedFile> getFiles() {
        return run == null ? List.of() : ArchivedFiles.of(run);
    }

    /** The build. */
    public Run<?, ?> getRun() {
        return run;
    }

    @Override
    public void onAttached(Run<?, ?> attached) {
        run = attached;
    }

    @Override
    public void onLoad(Run<?, ?> loaded) {
        run = loaded;
    }

    /** Null: it shows itself on the page of the build. */
    @Override
    @CheckForNull
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return Messages.ComplianceRunAction_displayName();
    }

    /** Null: it has no page of its own. */
    @Override
    @CheckForNull
    public String getUrlName() {
        return null;
    }

    private Object readResolve() {
        if (schema != SCHEMA) {
            throw new IllegalArgumentException(
                    "schema " + schema + " of a build's compliance is not known; expected " + SCHEMA);
        }
        return new ComplianceRunAction(tags == null ? new TreeMap<>() : tags, verdict);
    }
}
