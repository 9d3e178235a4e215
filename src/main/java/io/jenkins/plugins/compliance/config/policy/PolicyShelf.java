package io.jenkins.plugins.compliance.config.policy;

import hudson.Util;
import hudson.XmlFile;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.pack.LoadResult;
import io.jenkins.plugins.compliance.engine.policy.pack.PolicyPacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/**
 * Where the last good version of the policy is kept: a folder of its own below {@code compliance/policy} of the Jenkins home, and
 * a file that says which folder it is. A new version gets a new folder; the file changes last.
 */
final class PolicyShelf {
    private static final Logger LOGGER = Logger.getLogger(PolicyShelf.class.getName());
    private static final Pattern FOLDER = Pattern.compile("[0-9a-f-]{36}");
    private static final String NOTE = "state.xml";

    private final Path home;

    PolicyShelf(Path home) {
        this.home = home;
    }

    /** What was noted last; empty when nothing was, or it can't be read. */
    Optional<KeptPolicy> note() {
        XmlFile file = file();
        try {
            return file.exists() && file.read() instanceof KeptPolicy kept ? Optional.of(kept) : Optional.empty();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "the note on the kept policy can't be read: " + file, e);
            return Optional.empty();
        }
    }

    /** Notes what is kept; folders that it does not name are removed. */
    void note(KeptPolicy kept) throws IOException {
        Files.createDirectories(home);
        file().write(kept);
        try (Stream<Path> folders = Files.list(home)) {
            for (Path each : folders.filter(Files::isDirectory).toList()) {
                if (!String.valueOf(each.getFileName()).equals(kept.folder())) {
                    Util.deleteRecursive(each.toFile());
                }
            }
        }
    }

    /** A new, empty folder. */
    Path newFolder() throws IOException {
        return Files.createDirectories(home.resolve(UUID.randomUUID().toString()));
    }

    /** Loads what was noted. */
    LoadResult load(KeptPolicy kept, String label, Limits limits) throws IOException {
        if (!FOLDER.matcher(kept.folder()).matches()) {
            throw new IOException(Messages.PolicyShelf_damaged());
        }
        return load(home.resolve(kept.folder()), kept.location(), label, limits);
    }

    static LoadResult load(Path folder, String location, String label, Limits limits) throws IOException {
        if (location.startsWith(BundledPolicy.PREFIX)) {
            return PolicyPacks.load(location, limits);
        }
        Path pack = folder.resolve(location).normalize();
        if (!pack.startsWith(folder)) {
            throw new IOException(Messages.PolicyShelf_damaged());
        }
        return PolicyPacks.load(pack, label, limits);
    }

    private XmlFile file() {
        return new XmlFile(Jenkins.XSTREAM2, home.resolve(NOTE).toFile());
    }
}
