package io.jenkins.plugins.compliance.engine.scan;

import io.jenkins.plugins.compliance.engine.io.document.DocumentProblem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The scan tools that are configured, and what is wrong with their definitions.
 *
 * @param tools the tools whose definition is right, by id
 * @param problems every mistake, by place; a tool with a mistake is not among the tools
 */
public record ScanTools(List<ScanTool> tools, List<DocumentProblem> problems) {
    /** Takes sorted copies of the lists. */
    public ScanTools {
        tools = tools.stream().sorted(Comparator.comparing(ScanTool::id)).toList();
        problems = problems.stream().sorted().toList();
    }

    /** The tool with this id. */
    public Optional<ScanTool> get(String id) {
        return tools.stream().filter(tool -> tool.id().equals(id)).findFirst();
    }
}
