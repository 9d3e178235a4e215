package io.jenkins.plugins.compliance.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.document.DocumentFields;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblems;
import io.jenkins.plugins.compliance.engine.io.document.Node;
import io.jenkins.plugins.compliance.engine.policy.tag.PolicySyntaxException;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import io.jenkins.plugins.compliance.engine.scan.ScanTool.ExitMeaning;
import io.jenkins.plugins.compliance.engine.scan.ScanTool.Stream;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the definition of one scan tool, and finds everything that is wrong with it. */
final class ScanToolReader {
    private static final int HINTS = 50;
    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,57}[a-z0-9])?");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(s|m|h)");
    private static final Pattern CODES = Pattern.compile("([0-9]{1,5})(?:-([0-9]{1,5}))?");
    private static final int LARGEST_CODE = 65_535;
    private static final Duration LONGEST = Duration.ofDays(2);

    private final DocumentFields fields;

    private ScanToolReader(DocumentFields fields) {
        this.fields = fields;
    }

    /**
     * The tool that a mapping defines.
     *
     * @param problems takes what is wrong
     * @return null when something is
     */
    @CheckForNull
    static ScanTool read(Node definition, DocumentProblems problems) {
        DocumentProblems own = new DocumentProblems(HINTS);
        ScanTool tool = DocumentFields.of(definition, "scan tool", own)
                .map(fields -> new ScanToolReader(fields).tool())
                .orElse(null);
        problems.addAll(own);
        return own.hasErrors() ? null : tool;
    }

    private ScanTool tool() {
        String id = fields.text("id");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            fields.error(
                    "wrong-value",
                    fields.at("id"),
                    "\"" + id + "\" is not an id: expected up to 59 lower-case letters, digits and inner hyphens");
        }
        ScanTool tool = new ScanTool(
                id,
                fields.text("title", id),
                fields.text("category"),
                new ScanTool.Command(
                        fields.plainTexts("command"),
                        fields.pairs("settings"),
                        fields.pairs("environment"),
                        fields.plainTexts("requires")),
                version(),
                report(),
                exits(),
                applies(),
                health(),
                timeout(),
                fields.text("source", ""));
        fields.finish();
        new ScanToolLint(fields, tool).run();
        return tool;
    }

    @CheckForNull
    private ScanTool.VersionQuery version() {
        return fields.fields("version", "version of the scan tool")
                .map(version -> {
                    ScanTool.VersionQuery query =
                            new ScanTool.VersionQuery(version.plainTexts("command"), version.text("pattern"));
                    version.finish();
                    return query;
                })
                .orElse(null);
    }

    private ScanTool.ReportSpec report() {
        if (!fields.has("report")) {
            fields.missing("report");
        }
        return fields.fields("report", "report of the scan tool")
                .map(ScanToolReader::report)
                .orElseGet(() -> new ScanTool.ReportSpec("", Stream.FILE, false, "report"));
    }

    private static ScanTool.ReportSpec report(DocumentFields report) {
        String format = report.text("format");
        Stream stream = word(report, "stream", Stream.values(), Stream.FILE);
        String byDefault = format.equals("sarif") ? "report.sarif" : "report.json";
        ScanTool.ReportSpec spec = new ScanTool.ReportSpec(
                format, stream, report.flag("sensitive", false), report.text("file", byDefault));
        report.finish();
        return spec;
    }

    private Map<Integer, ExitMeaning> exits() {
        Map<Integer, ExitMeaning> meanings = new TreeMap<>();
        if (!fields.has("exits")) {
            fields.error(
                    "missing-key",
                    fields.at(),
                    "found no exits, expected the scan tool to say what its exit codes mean");
        }
        fields.fields("exits", "exit codes of the scan tool").ifPresent(exits -> {
            for (Node.Entry entry : fields.entries("exits")) {
                exits(entry, exits, meanings);
            }
        });
        return meanings;
    }

    private static void exits(Node.Entry entry, DocumentFields exits, Map<Integer, ExitMeaning> meanings) {
        Matcher codes = CODES.matcher(entry.key());
        int first = codes.matches() ? Integer.parseInt(codes.group(1)) : -1;
        int last = first >= 0 && codes.group(2) != null ? Integer.parseInt(codes.group(2)) : first;
        if (first < 0 || last < first || last > LARGEST_CODE) {
            exits.error(
                    "wrong-value",
                    entry.keyAt(),
                    DocumentProblems.quoted(entry.key())
                            + " is not an exit code: expected a number or a range such as 2-15");
            return;
        }
        ExitMeaning meaning = word(exits, entry.key(), ExitMeaning.values(), ExitMeaning.ERROR);
        for (int code = first; code <= last; code++) {
            if (meanings.put(code, meaning) != null) {
                exits.error("wrong-value", entry.keyAt(), "the exit code " + code + " has two meanings");
            }
        }
    }

    private ScanTool.Applies applies() {
        return fields.fields("applies", "applicability of the scan tool")
                .map(applies -> {
                    ScanTool.Applies read = new ScanTool.Applies(
                            when(applies), applies.plainTexts("files"), applies.plainTexts("exclude"));
                    applies.finish();
                    return read;
                })
                .orElseGet(() -> new ScanTool.Applies(Selector.EVERYTHING, List.of(), List.of()));
    }

    private static Selector when(DocumentFields applies) {
        String written = applies.optionalText("when");
        try {
            return written == null ? Selector.EVERYTHING : Selector.parse(written);
        } catch (PolicySyntaxException e) {
            applies.error(
                    "selector-syntax",
                    applies.at("when"),
                    "\"when\" is not a selector, at character " + e.column() + ": " + e.getMessage());
            return Selector.EVERYTHING;
        }
    }

    private ScanTool.Health health() {
        return fields.fields("health", "health of the scan tool")
                .map(health -> {
                    ScanTool.Health read = new ScanTool.Health(
                            health.flag("successFlag", false),
                            health.number("minEvaluated", 0, 0),
                            health.plainTexts("toleratedErrors"),
                            health.plainTexts("alarms"));
                    health.finish();
                    return read;
                })
                .orElse(ReportHealth.PLAIN);
    }

    private Duration timeout() {
        String text = fields.text("timeout", "10m");
        Matcher matcher = DURATION.matcher(text);
        try {
            Duration timeout =
                    matcher.matches() ? Duration.parse("PT" + text.toUpperCase(Locale.ROOT)) : Duration.parse(text);
            if (!timeout.isNegative() && !timeout.isZero() && timeout.compareTo(LONGEST) <= 0) {
                return timeout;
            }
        } catch (DateTimeException e) {
            // Said below, as for a duration out of bounds.
        }
        fields.error(
                "wrong-value",
                fields.at("timeout"),
                "\"" + text + "\" is not a time limit: expected for instance 90s, 10m, 1h or PT1H30M, at most 48h");
        return Duration.ofMinutes(10);
    }

    private static <E extends Enum<E>> E word(DocumentFields from, String key, E[] values, E byDefault) {
        List<String> words = Arrays.stream(values).map(ScanToolReader::word).toList();
        return from.word(
                key,
                text -> Arrays.stream(values)
                        .filter(value -> word(value).equals(text))
                        .findFirst(),
                words,
                byDefault,
                byDefault);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
