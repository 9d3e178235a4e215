package io.jenkins.plugins.compliance.engine.scan;

import io.jenkins.plugins.compliance.engine.io.NearestName;
import io.jenkins.plugins.compliance.engine.io.document.DocumentFields;
import io.jenkins.plugins.compliance.engine.io.file.Glob;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import io.jenkins.plugins.compliance.engine.scan.ScanTool.ExitMeaning;
import io.jenkins.plugins.compliance.engine.scan.ScanTool.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Finds what is wrong with a definition beyond the shape of its fields: above all a definition under which a scan of nothing
 * would look like a clean one.
 */
final class ScanToolLint {
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

    private final DocumentFields fields;
    private final ScanTool tool;

    ScanToolLint(DocumentFields fields, ScanTool tool) {
        this.fields = fields;
        this.tool = tool;
    }

    void run() {
        command();
        environment();
        version();
        report();
        files();
        if (tool.exitCodes().values().stream().allMatch(meaning -> meaning == ExitMeaning.ERROR)
                && fields.has("exits")) {
            fields.error(
                    "wrong-value",
                    fields.at("exits"),
                    "no exit code means that the tool ran: expected clean, findings or ran for one");
        }
    }

    private void command() {
        List<String> arguments = tool.command().arguments();
        if (arguments.isEmpty() || arguments.get(0).isEmpty()) {
            fields.error(
                    "missing-key", fields.at("command"), "a scan tool needs \"command\": a program and its arguments");
        }
        Set<String> known = new TreeSet<>(CommandLine.RESERVED);
        known.addAll(tool.command().settings().keySet());
        for (String argument : arguments) {
            placeholders("command", argument, known);
            if (argument.contains("${files}") && !argument.equals("${files}")) {
                fields.error(
                        "wrong-value",
                        fields.at("command"),
                        "${files} must be alone in its argument, not \"" + argument + "\"");
            }
        }
        for (String required : tool.command().requires()) {
            placeholders("requires", required, tool.command().settings().keySet());
        }
        for (String setting : tool.command().settings().keySet()) {
            if (CommandLine.RESERVED.contains(setting) || setting.startsWith("env.")) {
                fields.error(
                        "wrong-value",
                        fields.at("settings"),
                        "\"" + setting + "\" has a meaning of its own; call the setting otherwise");
            }
        }
    }

    private void environment() {
        Set<String> known = new TreeSet<>(tool.command().settings().keySet());
        known.addAll(List.of("dir", "report", "report.dir", "report.name", "files.list"));
        tool.command().environment().forEach((name, value) -> {
            if (!MinimalEnvironment.isName(name)) {
                fields.error(
                        "wrong-value",
                        fields.at("environment"),
                        "\"" + name + "\" is not the name of an environment variable");
            }
            Placeholders.names(value).stream()
                    .filter(each -> !each.startsWith("env.") && !known.contains(each))
                    .forEach(each -> unknown("environment", each, known));
        });
    }

    private void version() {
        ScanTool.VersionQuery query = tool.version();
        if (query == null) {
            return;
        }
        if (query.arguments().isEmpty()) {
            fields.error("missing-key", fields.at("version"), "\"version\" needs \"command\"");
        }
        query.arguments()
                .forEach(argument -> placeholders(
                        "version", argument, tool.command().settings().keySet()));
        try {
            if (Pattern.compile(query.pattern()).matcher("").groupCount() < 1) {
                fields.error(
                        "wrong-value",
                        fields.at("version"),
                        "the pattern of \"version\" needs a group in parentheses around the version");
            }
        } catch (PatternSyntaxException e) {
            fields.error(
                    "wrong-value",
                    fields.at("version"),
                    "the pattern of \"version\" is no regular expression: " + e.getDescription());
        }
    }

    private void report() {
        ScanTool.ReportSpec report = tool.report();
        List<String> formats = ReportReaders.standard().all().stream()
                .map(ReportReader::format)
                .toList();
        if (!report.format().isEmpty() && !formats.contains(report.format())) {
            fields.error(
                    "unknown-format",
                    fields.at("report"),
                    "no report format is called \"" + report.format() + "\""
                            + NearestName.hint(report.format(), formats));
        }
        if (!FILE_NAME.matcher(report.file()).matches()) {
            fields.error(
                    "wrong-value",
                    fields.at("report"),
                    "\"" + report.file() + "\" is not a file name: expected letters, digits, '.', '_' and '-'");
        }
        List<String> written = new ArrayList<>(tool.command().arguments());
        written.addAll(tool.command().environment().values());
        boolean placed =
                written.stream().anyMatch(each -> each.contains("${report}") || each.contains("${report.dir}"));
        if (report.stream() == Stream.FILE && !placed && fields.has("report")) {
            fields.error(
                    "wrong-value",
                    fields.at("report"),
                    "the report comes from a file, but the command does not say where: expected ${report} or ${report.dir}"
                            + " in an argument, or stream: stdout");
        }
    }

    private void files() {
        boolean anything = tool.applies().files().isEmpty()
                && tool.health().minEvaluated() == 0
                && tool.health().alarms().isEmpty();
        if (anything) {
            fields.error(
                    "blind-scan",
                    fields.at("applies"),
                    "a scan of nothing would look like a clean one: expected \"files\" under \"applies\" (which files it looks"
                            + " at), \"minEvaluated\" of at least 1 under \"health\" (when its report says how much it looked at)"
                            + " or \"alarms\" (what it prints when it reached nothing)");
        }
        List<String> patterns = new ArrayList<>(tool.applies().files());
        patterns.addAll(tool.applies().exclude());
        for (String pattern : patterns) {
            placeholders("applies", pattern, tool.command().settings().keySet());
            try {
                Glob.of(Placeholders.fill(pattern, name -> "x"));
            } catch (IllegalArgumentException e) {
                fields.error("wrong-value", fields.at("applies"), String.valueOf(e.getMessage()));
            }
        }
    }

    private void placeholders(String key, String text, Set<String> known) {
        Placeholders.names(text).stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> unknown(key, name, known));
    }

    private void unknown(String key, String name, Set<String> known) {
        String where = name.startsWith("env.")
                ? "; variables of the caller can be used under \"environment\" alone"
                : NearestName.hint(name, known);
        fields.error(
                "unknown-placeholder",
                fields.at(key),
                "unknown placeholder ${" + name + "} under \"" + key + "\"" + where);
    }
}
