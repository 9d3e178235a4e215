package io.jenkins.plugins.compliance.cli;

import io.jenkins.plugins.compliance.cli.run.ToolSurvey;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import java.util.List;
import java.util.Map;

/**
 * Which presets take part when nobody configured scan tools: those that are installed. A file of scan tools says instead which
 * must be there, and then an absent one is missing evidence.
 */
final class InstalledTools {
    private InstalledTools() {}

    static List<ScanTool> of(List<ScanTool> presets, Map<String, String> environment) {
        return presets.stream()
                .filter(tool -> ToolSurvey.isPresent(tool, environment))
                .toList();
    }
}
