package io.jenkins.plugins.compliance.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds a program as a shell would, without a shell. Relative entries of the path are left out: they name what was scanned. */
final class ProgramLookup {
    private final List<String> folders;
    private final List<String> endings;

    /** @param host the machine, with the search path */
    ProgramLookup(Host host) {
        Map<String, String> environment = host.environment();
        folders = List.of(environment.getOrDefault("PATH", "").split(host.windows() ? ";" : ":"));
        endings = host.windows()
                ? List.of(environment
                        .getOrDefault("PATHEXT", ".COM;.EXE;.BAT;.CMD")
                        .toLowerCase(Locale.ROOT)
                        .split(";"))
                : List.of("");
    }

    /**
     * The program of this name.
     *
     * @param name a name to search for, or a path
     * @return null when there is none that can be executed
     */
    @CheckForNull
    Path find(String name) {
        try {
            if (name.indexOf('/') >= 0 || name.indexOf(File.separatorChar) >= 0) {
                return withEnding(Path.of(name));
            }
            for (String folder : folders) {
                Path directory = Path.of(folder);
                Path found = directory.isAbsolute() ? withEnding(directory.resolve(name)) : null;
                if (found != null) {
                    return found;
                }
            }
        } catch (InvalidPathException e) {
            return null;
        }
        return null;
    }

    @CheckForNull
    private Path withEnding(Path program) {
        if (Files.isRegularFile(program) && Files.isExecutable(program)) {
            return program.toAbsolutePath();
        }
        for (String ending : endings) {
            Path candidate = Path.of(program + ending);
            if (!ending.isEmpty() && Files.isRegularFile(candidate)) {
                return candidate.toAbsolutePath();
            }
        }
        return null;
    }
}
