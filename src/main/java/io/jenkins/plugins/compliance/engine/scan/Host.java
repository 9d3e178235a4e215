package io.jenkins.plugins.compliance.engine.scan;

import java.io.File;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The machine on which tools are launched.
 *
 * @param windows whether its system is Windows: there, names of variables have no case, programs have endings, and lengths are counted
 *     in UTF-16 units
 * @param environment environment variables of whoever launches tools
 * @param mostCommandLine how long a command line may be, in bytes of UTF-8, on Windows in UTF-16 units
 */
public record Host(boolean windows, SortedMap<String, String> environment, int mostCommandLine) {
    /** Systems allow 128 KiB and more (Linux 2 MiB); the environment takes its part. */
    private static final int UNIX = 1_000_000;

    /** CreateProcess allows 32,767. */
    private static final int WINDOWS = 30_000;

    /** The command interpreter of Windows allows 8,191. */
    private static final int INTERPRETER = 8_000;

    /** Takes a copy of the environment. */
    public Host {
        SortedMap<String, String> copy = variables(windows);
        copy.putAll(environment);
        environment = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * This machine, where a program launches tools itself.
     *
     * @param environment environment variables of the program
     */
    public static Host here(Map<String, String> environment) {
        return of(File.separatorChar == '\\', environment);
    }

    /** A machine of either sort. */
    static Host of(boolean windows, Map<String, String> environment) {
        return new Host(windows, new TreeMap<>(environment), windows ? WINDOWS : UNIX);
    }

    /** The same, where a script launches tools. */
    public Host byScript() {
        return windows ? new Host(true, environment, INTERPRETER) : this;
    }

    /** Room for variables, in which names that the system takes for one are one. */
    SortedMap<String, String> variables() {
        return variables(windows);
    }

    private static SortedMap<String, String> variables(boolean windows) {
        return windows ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new TreeMap<>();
    }
}
