package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Map;

/**
 * A {@code toolComponent} (section 3.19): the driver, an extension or a taxonomy.
 *
 * @param name its name; empty when not stated
 * @param version its version; null when not stated
 * @param guid its guid; null when not stated
 * @param rules its rules
 * @param notifications its notifications
 * @param taxa its taxa
 * @param messages plain texts of its global message strings, by id
 */
record ToolComponent(
        String name,
        @CheckForNull String version,
        @CheckForNull String guid,
        List<Rule> rules,
        List<Rule> notifications,
        List<Taxon> taxa,
        Map<String, String> messages) {

    /** A component of which nothing is known. */
    static final ToolComponent UNKNOWN = new ToolComponent("", null, null, List.of(), List.of(), List.of(), Map.of());

    /**
     * A taxon, by what references to it use.
     *
     * @param id its id
     * @param guid its guid; null when not stated
     */
    record Taxon(String id, @CheckForNull String guid) {}

    /** Whether this is the Common Weakness Enumeration. */
    boolean isCwe() {
        return isCwe(name);
    }

    /** Whether a component of this name is the Common Weakness Enumeration. */
    static boolean isCwe(String name) {
        return name.regionMatches(true, 0, "CWE", 0, 3) && (name.length() == 3 || !Character.isLetter(name.charAt(3)))
                || name.equalsIgnoreCase("Common Weakness Enumeration");
    }
}
