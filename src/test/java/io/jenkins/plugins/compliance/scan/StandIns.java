package io.jenkins.plugins.compliance.scan;

import hudson.model.Node;
import hudson.slaves.EnvironmentVariablesNodeProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * Programs that stand in for scan tools: they have the name that the tool's definition calls, and do what a test wants. An
 * administrator's variable puts them before all others of an agent.
 */
public final class StandIns {
    /** A report of ShellCheck with one finding. */
    static final String SHELLCHECK = "{\"comments\":[{\"file\":\"./a.sh\",\"line\":1,\"endLine\":1,\"column\":1,"
            + "\"endColumn\":2,\"level\":\"warning\",\"code\":2154,\"message\":\"x is referenced but not assigned.\"}]}";

    /** A report of Flawfinder with one finding. */
    static final String FLAWFINDER =
            "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"Flawfinder\"}},"
                    + "\"results\":[{\"ruleId\":\"FF1001\",\"level\":\"error\",\"message\":{\"text\":\"gets is bad\"},\"locations\":"
                    + "[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"a.c\"},\"region\":{\"startLine\":1}}}]}]}]}";

    private final Path folder;

    public StandIns(Path folder) {
        this.folder = folder;
    }

    /** Whoever is started on this node finds them first. */
    public StandIns on(Node node) throws IOException {
        node.getNodeProperties()
                .add(new EnvironmentVariablesNodeProperty(
                        new EnvironmentVariablesNodeProperty.Entry("PATH+STANDINS", folder.toString())));
        return this;
    }

    /** Removes all of them. */
    public StandIns none() throws IOException {
        try (Stream<Path> programs = Files.list(folder)) {
            for (Path program : programs.toList()) {
                Files.delete(program);
            }
        }
        return this;
    }

    /** A program that runs some lines of shell, prints a report, and ends with a code. */
    public StandIns tool(String name, String version, String lines, String report, int exitCode) throws IOException {
        Path program = folder.resolve(name);
        Files.writeString(
                program,
                "#!/bin/sh\ncase \"$1\" in --version|version) echo '" + version + "'; exit 0;; esac\n" + lines
                        + "\ncat <<'REPORT'\n" + report + "\nREPORT\nexit " + exitCode + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }

    public StandIns shellcheck(String lines) throws IOException {
        return tool("shellcheck", "version: 0.10.0", lines, SHELLCHECK, 1);
    }

    public StandIns flawfinder(String lines) throws IOException {
        return tool("flawfinder", "2.0.19", lines, FLAWFINDER, 0);
    }
}
