package io.jenkins.plugins.compliance.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** How far a build narrows the scan that policy demands of it. It can't widen or weaken it. */
@Restricted(NoExternalUse.class)
public final class ScanRequest implements Serializable {
    /** All that policy demands, of the whole workspace. */
    public static final ScanRequest WHOLE = new ScanRequest(List.of(), "", 0, 0);

    /** How many tools run at a time unless a build says so. */
    public static final int PARALLEL = 2;

    /** How many tools may run at a time. */
    public static final int MOST_PARALLEL = 16;

    private static final long serialVersionUID = 1L;

    private final ArrayList<String> tools;
    private final String directory;
    private final int parallel;
    private final int timeoutMinutes;

    /**
     * @param tools ids of the tools to run; empty for all
     * @param directory the directory to scan, relative to the workspace; empty for all of it
     * @param parallel how many tools run at a time; 0 for {@link #PARALLEL}
     * @param timeoutMinutes how long one tool may run in minutes, if that is less than its definition allows; 0 for as long as
     *     that
     * @throws IllegalArgumentException when one of them is out of bounds, or the directory leads out of the workspace
     */
    public ScanRequest(List<String> tools, String directory, int parallel, int timeoutMinutes) {
        this.tools = new ArrayList<>(tools);
        this.directory = RelativePath.of(directory);
        this.parallel = parallel == 0 ? PARALLEL : parallel;
        this.timeoutMinutes = timeoutMinutes;
        if (this.parallel < 1 || this.parallel > MOST_PARALLEL) {
            throw new IllegalArgumentException(Messages.ScanRequest_parallel(MOST_PARALLEL, String.valueOf(parallel)));
        }
        if (timeoutMinutes < 0) {
            throw new IllegalArgumentException(Messages.ScanRequest_timeout(String.valueOf(timeoutMinutes)));
        }
    }

    /** Whether a tool is to run here. */
    boolean wants(String tool) {
        return tools.isEmpty() || tools.contains(tool);
    }

    /** Whether another scan of the build may have to do the rest. */
    boolean narrows() {
        return !tools.isEmpty() || !directory.isEmpty();
    }

    /** The tools to run; empty for all. */
    List<String> tools() {
        return List.copyOf(tools);
    }

    /** The directory to scan with forward slashes, relative to the workspace; empty for all of it. */
    String directory() {
        return directory;
    }

    /** How many tools run at a time. */
    int parallel() {
        return parallel;
    }

    /** How long a tool may run; null when that is what its definition allows. */
    @CheckForNull
    Duration lessThan(Duration allowed) {
        Duration asked = Duration.ofMinutes(timeoutMinutes);
        return timeoutMinutes > 0 && asked.compareTo(allowed) < 0 ? asked : null;
    }
}
