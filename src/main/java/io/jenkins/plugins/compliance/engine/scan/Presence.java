package io.jenkins.plugins.compliance.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Whether a tool is there to be run.
 *
 * @param program its program; null when the tool is not there
 * @param missing what is not there; null when nothing is missing
 */
public record Presence(
        @CheckForNull Path program, @CheckForNull String missing) {

    /** Looks for the program and for everything else that a tool requires. */
    public static Presence of(CommandLine line, Map<String, String> environment) {
        for (String required : line.requires()) {
            if (!Files.exists(Path.of(required))) {
                return new Presence(null, required + " does not exist");
            }
        }
        String name = line.arguments().get(0);
        Path program = new ProgramLookup(environment).find(name);
        return program == null
                ? new Presence(null, "the program " + name + " was not found")
                : new Presence(program, null);
    }
}
