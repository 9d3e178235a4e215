package io.jenkins.plugins.compliance.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
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
        @CheckForNull Path program, @CheckForNull Phrase missing) {

    /** Looks for the program and for everything else that a tool requires. */
    public static Presence of(CommandLine line, Map<String, String> environment) {
        for (String required : line.requires()) {
            if (!Files.exists(Path.of(required))) {
                return new Presence(null, RunReason.FILE_ABSENT.of(required));
            }
        }
        String name = line.arguments().get(0);
        Path program = new ProgramLookup(environment).find(name);
        return program == null
                ? new Presence(null, RunReason.PROGRAM_NOT_FOUND.of(name))
                : new Presence(program, null);
    }
}
