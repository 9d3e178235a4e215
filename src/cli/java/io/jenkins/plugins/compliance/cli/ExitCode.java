package io.jenkins.plugins.compliance.cli;

/** What the exit codes of the command line mean. Scripts rely on them. */
public final class ExitCode {
    /** Satisfied, or verified, or done. */
    public static final int OK = 0;
    /** Judged, and not satisfied; verified, and found broken; linted, and found wrong. */
    public static final int NOT_SATISFIED = 1;
    /** The command was called wrongly, or its configuration is at fault. */
    public static final int USAGE = 2;
    /** It could not be told. */
    public static final int UNVERIFIABLE = 3;

    private ExitCode() {}
}
