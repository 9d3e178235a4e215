package io.jenkins.plugins.compliance.engine.policy.lint;

import java.util.Set;

/**
 * The names that checks may use because something stands behind them. Where a set is empty, any name will do.
 *
 * @param categories categories of scan tools
 * @param tools ids of scan tools
 * @param formats ids of report formats
 */
public record Vocabulary(Set<String> categories, Set<String> tools, Set<String> formats) {
    /** The categories that scan tools are sorted by; any tool and any format. */
    public static final Vocabulary CATEGORIES = new Vocabulary(
            Set.of("sast", "sca", "sbom", "secrets", "iac", "container", "dast", "host", "licence", "quality"),
            Set.of(),
            Set.of());

    /** Takes copies of the sets. */
    public Vocabulary {
        categories = Set.copyOf(categories);
        tools = Set.copyOf(tools);
        formats = Set.copyOf(formats);
    }
}
