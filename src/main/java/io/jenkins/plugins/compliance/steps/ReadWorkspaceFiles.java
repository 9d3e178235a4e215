package io.jenkins.plugins.compliance.steps;

import hudson.Util;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jenkins.agents.ControllerToAgentFileCallable;
import org.apache.tools.ant.types.FileSet;

/**
 * Reads files of a workspace on the agent; the result is what {@link WorkspaceFile#unpack} reads. Symbolic links are not
 * followed, and nothing outside of the workspace is read.
 *
 * @param pattern an Ant pattern
 */
record ReadWorkspaceFiles(String pattern) implements ControllerToAgentFileCallable<byte[]> {
    @Override
    public byte[] invoke(File workspace, VirtualChannel channel) throws IOException {
        if (!workspace.isDirectory()) {
            return WorkspaceFile.pack(List.of());
        }
        FileSet set = Util.createFileSet(workspace, pattern);
        set.setFollowSymlinks(false);
        String[] names = set.getDirectoryScanner().getIncludedFiles();
        if (names.length > WorkspaceFile.FILES) {
            throw new IOException(Messages.WorkspaceFile_tooMany(WorkspaceFile.FILES));
        }
        Arrays.sort(names);
        Path root = workspace.toPath().toRealPath();
        List<WorkspaceFile> files = new ArrayList<>();
        int room = WorkspaceFile.BYTES;
        for (String name : names) {
            Path file = root.resolve(name).toRealPath();
            if (!file.startsWith(root)) {
                throw new IOException(Messages.WorkspaceFile_outside(name));
            }
            long age = Math.max(
                    0,
                    System.currentTimeMillis() - Files.getLastModifiedTime(file).toMillis());
            byte[] content;
            try (InputStream in = Files.newInputStream(file)) {
                content = in.readNBytes(room + 1);
            }
            if (content.length > room) {
                throw new IOException(Messages.WorkspaceFile_tooLarge(WorkspaceFile.BYTES));
            }
            room -= content.length;
            files.add(new WorkspaceFile(name.replace('\\', '/'), Duration.ofMillis(age), content));
        }
        return WorkspaceFile.pack(files);
    }
}
