package io.jenkins.plugins.compliance.config.tools;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Label;
import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblem;
import io.jenkins.plugins.compliance.engine.io.document.Node;
import io.jenkins.plugins.compliance.engine.scan.ScanToolFile;
import io.jenkins.plugins.compliance.engine.scan.ScanTools;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lets the engine read what an administrator says of scan tools, with the same rules as a file of tools, whichever way it came
 * into the configuration.
 */
final class ToolReading {
    private final Position top = Position.of(Messages.ToolReading_tools());
    private final List<DocumentProblem> problems = new ArrayList<>();
    private final boolean unix;

    private ToolReading(boolean unix) {
        this.unix = unix;
    }

    /**
     * The tools and everything that is wrong with them.
     *
     * @param presets ids of the presets that are ticked; null for all
     * @param unix whether with the commands for Unix, or those for Windows
     */
    static ScanTools read(@CheckForNull List<String> presets, List<ToolDefinition> definitions, boolean unix) {
        return new ToolReading(unix).read(presets, definitions);
    }

    /** Where a tool runs and which secrets it gets. */
    static ToolSetup setup(ToolDefinition definition) {
        Map<String, String> secrets = new TreeMap<>();
        definition.getCredentials().forEach(each -> secrets.put(each.getVariable(), each.getCredentialsId()));
        return new ToolSetup(definition.getLabel(), secrets);
    }

    private ScanTools read(@CheckForNull List<String> presets, List<ToolDefinition> definitions) {
        DefinitionNode document = new DefinitionNode(top).text("schema", "1");
        if (presets == null) {
            document.text("presets", "all");
        } else if (presets.isEmpty()) {
            document.text("presets", "none");
        } else {
            document.list("presets", presets);
        }
        List<Node> tools = new ArrayList<>();
        for (ToolDefinition each : definitions) {
            Node node = node(each);
            if (node != null) {
                tools.add(node);
            }
        }
        ScanTools read = ScanToolFile.of(document.nodes("tools", tools).node());
        problems.addAll(read.problems());
        return new ScanTools(read.tools(), problems);
    }

    /** The tree of a definition; null when it has no command for this system, or can't be taken apart. */
    @CheckForNull
    private Node node(ToolDefinition of) {
        Position at = Position.of(name(of));
        outside(of, at);
        String command = unix || of.getWindowsCommand() == null ? of.getCommand() : of.getWindowsCommand();
        if (command == null && of.getPreset() == null && of.getWindowsCommand() != null) {
            return null;
        }
        try {
            DefinitionNode version = new DefinitionNode(at)
                    .list("command", TextLines.of(of.getVersionCommand()))
                    .text("pattern", of.getVersionPattern());
            DefinitionNode report = new DefinitionNode(at)
                    .text("format", of.getReportFormat())
                    .text("stream", of.getReportStream())
                    .text("file", of.getReportFile())
                    .flag("sensitive", of.isSensitive());
            DefinitionNode applies = new DefinitionNode(at)
                    .text("when", of.getWhen())
                    .list("files", TextLines.of(of.getFiles()))
                    .list("exclude", TextLines.of(of.getExclude()));
            DefinitionNode health = new DefinitionNode(at)
                    .count("minEvaluated", of.getMinEvaluated())
                    .list("alarms", TextLines.of(of.getAlarms()));
            return new DefinitionNode(at)
                    .text("preset", of.getPreset())
                    .text("id", of.getId())
                    .text("title", of.getTitle())
                    .text("category", of.getCategory())
                    .list("command", TextLines.of(command))
                    .pairs("settings", TextLines.pairs(of.getSettings()))
                    .pairs("environment", TextLines.pairs(of.getEnvironment()))
                    .list("requires", TextLines.of(of.getRequires()))
                    .inner("version", version)
                    .inner("report", report)
                    .pairs("exits", TextLines.words(of.getExitCodes()))
                    .inner("applies", applies)
                    .inner("health", health)
                    .text("timeout", of.getTimeout())
                    .text("source", of.getSource())
                    .node();
        } catch (IllegalArgumentException e) {
            problems.add(problem(at, String.valueOf(e.getMessage())));
            return null;
        }
    }

    /** What the engine knows nothing of. */
    private void outside(ToolDefinition of, Position at) {
        String label = of.getLabel();
        if (label != null) {
            try {
                Label.parseExpression(label);
            } catch (IllegalArgumentException e) {
                problems.add(problem(at, Messages.ToolReading_noLabel(label)));
            }
        }
        for (ToolCredentials each : of.getCredentials()) {
            String objection = each.objection();
            if (objection != null) {
                problems.add(problem(at, objection));
            }
        }
    }

    private static DocumentProblem problem(Position at, String message) {
        return new DocumentProblem(DocumentProblem.Level.ERROR, "wrong-value", at, message, null);
    }

    static String name(ToolDefinition of) {
        String id = of.getId() == null ? of.getPreset() : of.getId();
        return Util.fixEmpty(id) == null ? Messages.ToolReading_nameless() : id;
    }
}
