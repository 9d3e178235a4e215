package io.jenkins.plugins.compliance.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.NearestName;
import io.jenkins.plugins.compliance.engine.io.Node;
import io.jenkins.plugins.compliance.engine.policy.PolicySyntaxException;
import io.jenkins.plugins.compliance.engine.policy.Selector;
import io.jenkins.plugins.compliance.engine.scan.ScanTool.ExitMeaning;
import io.jenkins.plugins.compliance.engine.scan.ScanTool.Stream;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the definition of one scan tool, and finds everything that is wrong with it. */
final class ScanToolReader {
    private static final List<String> KEYS = List.of(
            "id",
            "title",
            "category",
            "command",
            "settings",
            "environment",
            "requires",
            "version",
            "report",
            "exits",
            "applies",
            "health",
            "timeout",
            "source");
    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,57}[a-z0-9])?");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(s|m|h)");
    private static final Pattern CODES = Pattern.compile("([0-9]{1,5})(?:-([0-9]{1,5}))?");
    private static final int LARGEST_CODE = 65_535;
    private static final Duration LONGEST = Duration.ofDays(2);

    private final DefinitionFields fields;
    private final List<ScanToolProblem> problems;

    private ScanToolReader(Node.Mapping mapping, List<ScanToolProblem> problems) {
        this.problems = problems;
        fields = new DefinitionFields(mapping, "a scan tool", KEYS, problems);
    }

    /**
     * The tool that a mapping defines.
     *
     * @param problems takes what is wrong
     * @return null when something is
     */
    @CheckForNull
    static ScanTool read(Node.Mapping mapping, List<ScanToolProblem> problems) {
        List<ScanToolProblem> own = new ArrayList<>();
        ScanTool tool = new ScanToolReader(mapping, own).tool(mapping);
        problems.addAll(own);
        return own.isEmpty() ? tool : null;
    }

    private ScanTool tool(Node.Mapping mapping) {
        String id = fields.required("id");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            fields.problem(
                    fields.at("id"),
                    "\"" + id + "\" is not an id: expected up to 59 lower-case letters, digits and inner hyphens");
        }
        ScanTool tool = new ScanTool(
                id,
                fields.text("title", id),
                fields.required("category"),
                new ScanTool.Command(
                        fields.texts("command"),
                        fields.pairs("settings"),
                        fields.pairs("environment"),
                        fields.texts("requires")),
                version(),
                report(),
                exits(),
                applies(),
                health(),
                timeout(),
                fields.text("source", ""));
        new ScanToolLint(fields, tool).run();
        return tool;
    }

    @CheckForNull
    private ScanTool.VersionQuery version() {
        Node.Mapping mapping = fields.mapping("version");
        if (mapping == null) {
            return null;
        }
        DefinitionFields version =
                new DefinitionFields(mapping, "\"version\"", List.of("command", "pattern"), problems);
        return new ScanTool.VersionQuery(version.texts("command"), version.required("pattern"));
    }

    private ScanTool.ReportSpec report() {
        Node.Mapping mapping = fields.mapping("report");
        if (mapping == null) {
            fields.problem(fields.at(), "a scan tool needs \"report\"");
            return new ScanTool.ReportSpec("", Stream.FILE, false, "report");
        }
        DefinitionFields report =
                new DefinitionFields(mapping, "\"report\"", List.of("format", "stream", "sensitive", "file"), problems);
        String format = report.required("format");
        Stream stream = word(report, "stream", Stream.values(), Stream.FILE);
        String byDefault = format.equals("sarif") ? "report.sarif" : "report.json";
        return new ScanTool.ReportSpec(format, stream, report.flag("sensitive"), report.text("file", byDefault));
    }

    private Map<Integer, ExitMeaning> exits() {
        Map<Integer, ExitMeaning> meanings = new TreeMap<>();
        Node.Mapping mapping = fields.mapping("exits");
        if (mapping == null) {
            fields.problem(fields.at(), "a scan tool needs \"exits\": what its exit codes mean");
            return meanings;
        }
        DefinitionFields exits = new DefinitionFields(
                mapping,
                "\"exits\"",
                mapping.entries().stream().map(Node.Entry::key).toList(),
                problems);
        for (Node.Entry entry : mapping.entries()) {
            Matcher codes = CODES.matcher(entry.key());
            int first = codes.matches() ? Integer.parseInt(codes.group(1)) : -1;
            int last = first >= 0 && codes.group(2) != null ? Integer.parseInt(codes.group(2)) : first;
            if (first < 0 || last < first || last > LARGEST_CODE) {
                fields.problem(
                        entry.keyAt(),
                        "\"" + entry.key() + "\" is not an exit code: expected a number or a range such as 2-15");
                continue;
            }
            ExitMeaning meaning = word(exits, entry.key(), ExitMeaning.values(), ExitMeaning.ERROR);
            for (int code = first; code <= last; code++) {
                if (meanings.put(code, meaning) != null) {
                    fields.problem(entry.keyAt(), "the exit code " + code + " has two meanings");
                }
            }
        }
        return meanings;
    }

    private ScanTool.Applies applies() {
        Node.Mapping mapping = fields.mapping("applies");
        if (mapping == null) {
            return new ScanTool.Applies(Selector.EVERYTHING, List.of(), List.of());
        }
        DefinitionFields applies =
                new DefinitionFields(mapping, "\"applies\"", List.of("when", "files", "exclude"), problems);
        return new ScanTool.Applies(when(applies), applies.texts("files"), applies.texts("exclude"));
    }

    private Selector when(DefinitionFields applies) {
        try {
            return applies.has("when") ? Selector.parse(applies.text("when", "")) : Selector.EVERYTHING;
        } catch (PolicySyntaxException e) {
            fields.problem(
                    applies.at("when"),
                    "\"when\" is not a selector, at character " + e.column() + ": " + e.getMessage());
            return Selector.EVERYTHING;
        }
    }

    private ScanTool.Health health() {
        Node.Mapping mapping = fields.mapping("health");
        if (mapping == null) {
            return ReportHealth.PLAIN;
        }
        DefinitionFields health = new DefinitionFields(
                mapping, "\"health\"", List.of("successFlag", "minEvaluated", "toleratedErrors", "alarms"), problems);
        return new ScanTool.Health(
                health.flag("successFlag"),
                health.count("minEvaluated"),
                health.texts("toleratedErrors"),
                health.texts("alarms"));
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
        fields.problem(
                fields.at("timeout"),
                "\"" + text + "\" is not a time limit: expected for instance 90s, 10m, 1h or PT1H30M, at most 48h");
        return Duration.ofMinutes(10);
    }

    private <E extends Enum<E>> E word(DefinitionFields from, String key, E[] values, E byDefault) {
        String text = from.text(key, byDefault.name().toLowerCase(Locale.ROOT));
        for (E value : values) {
            if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
                return value;
            }
        }
        List<String> known = Arrays.stream(values)
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        fields.problem(
                from.at(key),
                "\"" + text + "\" is none of " + String.join(", ", known) + NearestName.hint(text, known));
        return byDefault;
    }
}
