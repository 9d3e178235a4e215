package io.jenkins.plugins.compliance.config.policy;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.document.Documents;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import jenkins.scm.api.SCMFile;
import jenkins.scm.api.SCMFileSystem;

/** Packs beside each other in a repository. A link in it is refused: what it names is not for the repository to say. */
final class ScmFolders implements PackFolders {
    private static final int DEPTH = 30;

    private final SCMFileSystem repository;
    private final String parent;
    private final Limits limits;

    /**
     * @param parent path in the repository of the folder that holds the packs; empty for the whole repository
     */
    ScmFolders(SCMFileSystem repository, String parent, Limits limits) {
        this.repository = repository;
        this.parent = parent;
        this.limits = limits;
    }

    @Override
    public Map<String, byte[]> files(String path) throws IOException, InterruptedException {
        Map<String, byte[]> files = new TreeMap<>();
        SCMFile folder = folder(parent.isEmpty() ? path : parent + "/" + path);
        // Not every plugin can tell what the root of a repository is.
        if (folder.isRoot() || folder.isDirectory()) {
            add(folder, "", files, 0);
        }
        return files;
    }

    private SCMFile folder(String path) {
        return path.isEmpty() || path.equals(".") ? repository.getRoot() : repository.child(path);
    }

    private void add(SCMFile folder, String prefix, Map<String, byte[]> files, int depth)
            throws IOException, InterruptedException {
        if (depth > DEPTH) {
            throw new IOException(Messages.ScmFolders_deep(prefix));
        }
        for (SCMFile file : folder.children()) {
            String name = file.getName();
            String path = prefix + name;
            if (name.startsWith(".")) {
                continue;
            }
            switch (file.getType()) {
                case DIRECTORY -> add(file, path + "/", files, depth + 1);
                case REGULAR_FILE -> {
                    if (!PackFolders.isPart(name)) {
                        continue;
                    }
                    if (files.size() == limits.policyFiles()) {
                        throw new IOException(Messages.PackFolders_tooMany(limits.policyFiles(), prefix));
                    }
                    try (InputStream in = file.content()) {
                        files.put(path, Documents.bytes(in, path, limits));
                    }
                }
                case LINK -> throw new IOException(Messages.PackFolders_refused(path, Messages.ScmFolders_link()));
                default -> throw new IOException(Messages.PackFolders_refused(path, Messages.ScmFolders_noFile()));
            }
        }
    }
}
