package io.jenkins.plugins.compliance.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * How far a scan is: all that must outlive a restart of the controller. What the runs leave is on the agent, in a folder that the
 * {@link #id} names. Safe for use by several threads.
 */
final class ScanState implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 8;

    private final String id;
    private final ScanRequest request;

    @CheckForNull
    private Instant planned;

    private String absolute = "";
    private String real = "";
    private ArrayList<ToolRun> runs = new ArrayList<>();
    private boolean covered;
    private String part = "";

    ScanState(ScanRequest request) {
        byte[] random = new byte[ID_BYTES];
        RANDOM.nextBytes(random);
        this.id = HexFormat.of().formatHex(random);
        this.request = request;
    }

    /** Names the scan on the agent. */
    String id() {
        return id;
    }

    ScanRequest request() {
        return request;
    }

    /** When it was planned; null when it was not. */
    @CheckForNull
    synchronized Instant planned() {
        return planned;
    }

    /**
     * It is planned, and its runs are prepared.
     *
     * @param directory what is scanned
     * @param within where that lies in the workspace; empty for all of it
     * @param prepared the runs
     * @param all whether every demand of policy has a tool
     */
    synchronized void plan(
            Instant moment, ScannedDirectory directory, String within, List<ToolRun> prepared, boolean all) {
        planned = moment;
        absolute = directory.absolute();
        real = directory.real();
        part = within;
        runs = new ArrayList<>(prepared);
        covered = all;
    }

    /** What of the workspace is scanned, with forward slashes; empty for all of it. */
    synchronized String part() {
        return part;
    }

    /** What absolute paths in reports may begin with. */
    synchronized String[] roots() {
        return new String[] {absolute, real};
    }

    /** Whether every demand of policy had a tool. */
    synchronized boolean covered() {
        return covered;
    }

    /** The runs, in the order of the plan. */
    synchronized List<ToolRun> runs() {
        return List.copyOf(runs);
    }

    /** The runs for which something holds. */
    synchronized List<ToolRun> runs(Predicate<ToolRun> which) {
        return runs.stream().filter(which).toList();
    }

    /** Puts another one into the place of a run. */
    synchronized ToolRun change(String tool, UnaryOperator<ToolRun> change) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).tool().equals(tool)) {
                ToolRun changed = change.apply(runs.get(i));
                runs.set(i, changed);
                return changed;
            }
        }
        throw new IllegalArgumentException("no run of " + tool);
    }

    private synchronized void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
    }
}
