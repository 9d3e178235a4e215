package io.jenkins.plugins.compliance.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An admin's definition of a scan tool.
 *
 * @param id id in policy and evidence: lower case, digits and hyphens
 * @param title name for people
 * @param category what sort of scan it makes: {@code sast}, {@code sca}, {@code sbom}, {@code secrets}, {@code iac},
 *     {@code container}, {@code dast}, {@code host}, {@code licence}, {@code quality}; a free word that policy uses too
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
     * How a tool is called: an argument vector, never a shell line. The working directory is the scanned directory.
     * Placeholders in arguments, see {@code CommandLine}: <code>${report}</code>, <code>${dir}</code>, <code>${files}</code>
     * and <code>${name}</code> for a setting.
     *
     * @param arguments program and arguments
     * @param settings settings with their values, which an admin may override; an empty value has yet to be set
     * @param environment environment variables to set; values may hold placeholders
     * @param requires paths that must exist for the tool to be there at all, beside its program; may hold placeholders
     */
    public record Command(
            List<String> arguments,
            Map<String, String> settings,
            Map<String, String> environment,
            List<String> requires) {
        /** Takes copies of the collections. */
        public Command {
            arguments = List.copyOf(arguments);
            settings = Map.copyOf(settings);
            environment = Map.copyOf(environment);
            requires = List.copyOf(requires);
        }

        /** The settings that have yet to be set before it can be called, ascending. */
        public List<String> unset() {
            List<String> texts = new ArrayList<>(arguments);
            texts.addAll(requires);
            return texts.stream()
                    .flatMap(text -> Placeholders.names(text).stream())
                    .filter(name -> !CommandLine.RESERVED.contains(name))
                    .filter(name -> settings.getOrDefault(name, "").isEmpty())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /**
     * How a tool is asked for its version.
     *
     * @param arguments program and arguments; placeholders as in {@link Command}
     * @param pattern regular expression whose first group is the version in the output
     */
    public record VersionQuery(List<String> arguments, String pattern) {
        /** So long a tool is given to say which version it is. */
        public static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

        /** Of a longer answer, the beginning is looked at alone, in characters. */
        public static final int MOST_ANSWER = 8 * 1024;

        private static final int MOST_VERSION = 100;

        /** Takes a copy of the arguments. */
        public VersionQuery {
            arguments = List.copyOf(arguments);
        }

        /** The version in what a tool answered; null when it answered oddly. */
        public @CheckForNull String version(String answer) {
            Matcher matcher = Pattern.compile(pattern)
                    .matcher(answer.length() > MOST_ANSWER ? answer.substring(0, MOST_ANSWER) : answer);
            String version = matcher.find() ? matcher.group(1) : null;
            return version == null || version.length() > MOST_VERSION ? null : version;
        }
    }

    /**
     * The report that a tool writes.
     *
     * @param format id of the report format
     * @param stream where it comes from
     * @param sensitive whether the report may hold secrets in clear; such a report is read and digested, never kept
     * @param file name of the report file in a directory that whoever runs the tool chooses, for instance {@code report.sarif}
     */
    public record ReportSpec(String format, Stream stream, boolean sensitive, String file) {}

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
     * @param files glob patterns, relative to the scanned directory, of the files that it looks at, of which at least one must
     *     exist; empty when it looks at something else, an image or an address. May hold placeholders of settings
     * @param exclude glob patterns of files that it leaves out; may hold placeholders of settings
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
     *     does not tell: then the engine's own listing of {@link Applies#files} must not be empty
     * @param toleratedErrors patterns (with {@code *}) of messages in the tool's error section that do not spoil the run
     * @param alarms patterns (with {@code *}) of lines in its output by which a tool admits a failure that neither its exit code
     *     nor its report shows
     */
    public record Health(boolean successFlag, long minEvaluated, List<String> toleratedErrors, List<String> alarms) {
        /** Takes copies of the patterns. */
        public Health {
            toleratedErrors = List.copyOf(toleratedErrors);
            alarms = List.copyOf(alarms);
        }
    }
}
