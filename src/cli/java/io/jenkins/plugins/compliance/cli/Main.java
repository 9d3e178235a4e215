package io.jenkins.plugins.compliance.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Entry point of {@code compliance}. */
public final class Main {
    private Main() {}

    /** Runs one command and exits with its {@link ExitCode}. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8);
        if (args.length == 1 && ("--version".equals(args[0]) || "-V".equals(args[0]))) {
            // Answered before the command line library is loaded: scripts ask this often, and it need not cost a
            // start-up.
            out.println(Version.line());
            out.flush();
            return;
        }
        System.exit(run(args));
    }

    /** Runs one command. */
    static int run(String... args) {
        return commandLine().execute(args);
    }

    /** All commands, as every run of this program takes them. */
    static CommandLine commandLine() {
        return new CommandLine(new Compliance())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new ErrorReport());
    }
}
