package io.jenkins.plugins.compliance.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.policy.Selector;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An admin's definition of a scan tool.
 *
 * @param id id in policy and evidence: lower case, digits and hyphens
 * @param title name for people
 * @param category what sort of scan it makes: {@code sast}, {@code sca}, {@code sbom}, {@code secrets}, {@code iac},
 *     {@code container}, {@code dast}, {@code licence}, {@code quality}; a free word that policy uses too
 * @param command how it is called
 * @param version how it is asked for its version; null when it can't be asked
 * @param report the report that it writes
 * @param exitCodes what its exit codes mean; a code that is not named is an error
 * @param applies when it has something to look at
 * @param health what a run must show to count, beyond its exit code and a complete report
 * @param timeout how long it may run
 * @param source where these facts come from
 */
public record ScanTool(
        String id,
        String title,
        String category,
        Command command,
        @CheckForNull VersionQuery version,
        ReportSpec report,
        Map<Integer, ExitMeaning> exitCodes,
        Applies applies,
        Health health,
        Duration timeout,
        String source) {

    /** Takes a copy of the exit codes. */
    public ScanTool {
        exitCodes = Map.copyOf(exitCodes);
    }

    /**
     * How a tool is called: an argument vector, never a shell line. Placeholders in arguments: <code>${report}</code> (the
     * path where the report is expected), <code>${dir}</code> (the directory to scan), <code>${files}</code> (alone in an
     * argument: one argument for each file of {@link Applies#files}), and <code>${name}</code> for a setting of
     * {@code settings}.
     *
     * @param arguments program and arguments
     * @param settings settings with their defaults, which an admin may override
     * @param environment environment variables to set; values may hold placeholders
     */
    public record Command(List<String> arguments, Map<String, String> settings, Map<String, String> environment) {
        /** Takes copies of the collections. */
        public Command {
            arguments = List.copyOf(arguments);
            settings = Map.copyOf(settings);
            environment = Map.copyOf(environment);
        }
    }

    /**
     * How a tool is asked for its version.
     *
     * @param arguments program and arguments; placeholders as in {@link Command}
     * @param pattern regular expression whose first group is the version in the output
     */
    public record VersionQuery(List<String> arguments, String pattern) {
        /** Takes a copy of the arguments. */
        public VersionQuery {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * The report that a tool writes.
     *
     * @param format id of the report format
     * @param stream where it comes from
     * @param sensitive whether the report may hold secrets in clear; such a report is read and digested, never kept
     */
    public record ReportSpec(String format, Stream stream, boolean sensitive) {}

    /** Where a tool writes its report. */
    public enum Stream {
        /** To the file <code>${report}</code>. */
        FILE,
        /** To standard output. */
        STDOUT,
        /** To standard error (cppcheck). */
        STDERR
    }

    /** What an exit code means. */
    public enum ExitMeaning {
        /** It ran and found nothing. */
        CLEAN,
        /** It ran and found something. */
        FINDINGS,
        /** It ran; the code does not say whether it found something. */
        RAN,
        /** It failed: its report does not count. */
        ERROR
    }

    /**
     * When a tool has something to look at.
     *
     * @param when tags of the application; {@link Selector#EVERYTHING} for any
     * @param files glob patterns, relative to the scanned directory, of which at least one file must exist; empty when it
     *     looks at anything
     * @param exclude glob patterns of files and directories that are left out
     */
    public record Applies(Selector when, List<String> files, List<String> exclude) {
        /** Takes copies of the patterns. */
        public Applies {
            files = List.copyOf(files);
            exclude = List.copyOf(exclude);
        }
    }

    /**
     * What a run must show to count.
     *
     * @param successFlag whether the report must state the tool's own success
     * @param minEvaluated least number of files, classes or checks that the report must say were looked at; 0 when the format
     *     does not tell
     * @param toleratedErrors patterns (with {@code *}) of messages in the tool's error section that do not spoil the run
     */
    public record Health(boolean successFlag, long minEvaluated, List<String> toleratedErrors) {
        /** Takes a copy of the patterns. */
        public Health {
            toleratedErrors = List.copyOf(toleratedErrors);
        }
    }
}
