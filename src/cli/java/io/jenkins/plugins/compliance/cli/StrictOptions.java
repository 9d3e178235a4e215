package io.jenkins.plugins.compliance.cli;

import io.jenkins.plugins.compliance.engine.io.NearestName;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import java.util.List;
import picocli.CommandLine.Option;

/** Whether scanners must leave evidence that counts, and which of them need not. */
final class StrictOptions {
    @Option(
            names = "--strict",
            required = true,
            description = "Exit code 1 when a scanner leaves no evidence that counts; a line for each says why.")
    private boolean strict;

    @Option(
            names = "--except",
            paramLabel = "TOOL",
            split = ",",
            description = "Scanners of which it is not asked, by id: those that this machine can't have.")
    private List<String> except = List.of();

    /**
     * Looks whether the exceptions are scanners.
     *
     * @throws IllegalArgumentException when one is not, since it would be asked for after all
     */
    void check(List<ScanTool> tools) {
        List<String> known = tools.stream().map(ScanTool::id).sorted().toList();
        for (String id : except) {
            if (!known.contains(id)) {
                throw new IllegalArgumentException("--except: no scanner is called " + id + NearestName.hint(id, known)
                        + " (there are " + String.join(", ", known) + ")");
            }
        }
    }

    /** Whether every scanner of which it is asked left evidence that counts. */
    boolean satisfiedBy(ScannerCheck check) {
        return !strict || check.silent().stream().allMatch(silent -> except.contains(silent.tool()));
    }
}
