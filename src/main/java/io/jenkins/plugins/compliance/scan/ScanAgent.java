package io.jenkins.plugins.compliance.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.slaves.WorkspaceList;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * The agent's side of a scan, as the controller sees it. The controller asks, and says by what name and how much; what is
 * answered otherwise is refused.
 */
final class ScanAgent {
    private static final int PIECE = 4 << 20;

    private final FilePath workspace;
    private final FilePath folder;

    /**
     * @param workspace the workspace
     * @param scan name of the scan's folder beside the workspace
     */
    ScanAgent(FilePath workspace, String scan) {
        this.workspace = workspace;
        FilePath beside =
                Objects.requireNonNull(WorkspaceList.tempDir(workspace), "a workspace is not the root of its agent");
        this.folder = beside.child(scan);
    }

    FilePath workspace() {
        return workspace;
    }

    /** Absolute path of the folder of a run. */
    FilePath folder(String tool) {
        return folder.child(tool);
    }

    ScannedDirectory list(String directory) throws IOException, InterruptedException {
        return ScannedDirectory.read(ask(workspace, new ListFiles(directory)));
    }

    List<Preparation> prepare(String directory, Map<String, String> variables, List<ToolOrder> orders)
            throws IOException, InterruptedException {
        byte[] answer = ask(
                workspace,
                new PrepareTools(folder.getRemote(), directory, new TreeMap<>(variables), new ArrayList<>(orders)));
        return Preparation.read(answer, orders.size());
    }

    List<ToolGlance> look(List<ScanTool> tools) throws IOException, InterruptedException {
        byte[] answer = ask(
                folder,
                new LookAtTools(
                        new ArrayList<>(tools.stream().map(ScanTool::id).toList()),
                        new ArrayList<>(
                                tools.stream().map(tool -> tool.report().file()).toList())));
        return ToolGlance.read(answer, tools.size());
    }

    ToolOutput output(String tool, int most) throws IOException, InterruptedException {
        return ToolOutput.read(ask(folder(tool), new ReadOutput(most)), most);
    }

    /**
     * Fetches a report into a file. Of one that is larger than allowed a byte more is kept, so that whoever reads it sees it.
     *
     * @return the file, last written when the report was; null when there is no report
     */
    @CheckForNull
    Path fetch(ScanTool tool, long most, Path into) throws IOException, InterruptedException {
        ReportPiece piece = piece(tool, 0, most);
        if (piece == null) {
            return null;
        }
        Instant written = ControllerClock.now().minus(piece.age());
        try (OutputStream out = Files.newOutputStream(into)) {
            long at = 0;
            while (piece != null && piece.bytes().length > 0) {
                out.write(piece.bytes());
                at += piece.bytes().length;
                boolean more = piece.bytes().length == PIECE && at <= most;
                piece = more ? piece(tool, at, most) : null;
            }
        }
        Files.setLastModifiedTime(into, FileTime.from(written));
        return into;
    }

    void delete() throws IOException, InterruptedException {
        folder.deleteRecursive();
    }

    @CheckForNull
    private ReportPiece piece(ScanTool tool, long from, long most) throws IOException, InterruptedException {
        int length = (int) Math.min(PIECE, most + 1 - from);
        return ReportPiece.read(
                ask(folder(tool.id()), new ReadReport(tool.report().file(), from, length)), length);
    }

    private static byte[] ask(FilePath at, ControllerToAgentFileCallable<byte[]> question)
            throws IOException, InterruptedException {
        try {
            byte[] answer = at.act(question);
            if (answer == null) {
                throw new IOException(Messages.AgentAnswer_damaged());
            }
            return answer;
        } catch (ClassCastException e) {
            throw new IOException(Messages.AgentAnswer_damaged(), e);
        }
    }
}
