package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * An {@code invocation} (section 3.20): how one process of the tool ended.
 *
 * @param successful the tool's own flag; null when not stated
 * @param failure what it says about its failure; empty when nothing
 * @param overrides configurations that it ran with instead of the rules' own
 * @param notifications what it notified of, such as may be errors
 */
record Invocation(
        @CheckForNull Boolean successful, String failure, List<Override> overrides, List<Notification> notifications) {

    /**
     * A {@code configurationOverride} (section 3.51).
     *
     * @param rule the rule
     * @param configuration the configuration
     */
    record Override(Reference rule, Configuration configuration) {}

    /**
     * A {@code notification} (section 3.58).
     *
     * @param descriptor what defines it
     * @param level its level; null when not stated
     * @param text its message
     * @param path where in the report
     */
    record Notification(Reference descriptor, @CheckForNull Level level, String text, String path) {}
}
