package io.jenkins.plugins.compliance.record.log;

import hudson.model.TaskListener;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import java.io.PrintStream;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The log of a build, line by line. What is written there quotes reports, tools, policies and people, and whoever reads it does so on
 * a screen that obeys some characters: none of them gets there.
 */
@Restricted(NoExternalUse.class)
public final class BuildLog {
    private final PrintStream out;

    /** @param out takes the lines */
    public BuildLog(PrintStream out) {
        this.out = out;
    }

    /** The log that a listener writes. */
    public static BuildLog of(TaskListener listener) {
        return new BuildLog(listener.getLogger());
    }

    /** Writes a line. */
    public void line(String text) {
        out.println(DisplayText.line(text));
    }
}
