package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import java.util.List;
import java.util.Map;

/**
 * A {@code reportingDescriptor} (section 3.49) with what results inherit from it.
 *
 * @param id its id; empty when not stated
 * @param guid its guid; null when not stated
 * @param title what it is about, short; null when not stated
 * @param help http or https address of its documentation; null when not stated
 * @param configuration its default configuration
 * @param score its {@code security-severity}; null when not stated
 * @param cwes weaknesses that its tags, properties and texts state
 * @param taxa the taxa that it is related to such that its results fall into them
 * @param messages plain texts of its message strings, by id
 */
record Rule(
        String id,
        @CheckForNull String guid,
        @CheckForNull String title,
        @CheckForNull String help,
        Configuration configuration,
        @CheckForNull Double score,
        List<CweClaim> cwes,
        List<Reference> taxa,
        Map<String, String> messages) {

    /** Whether a result with this id of a rule can be one of this rule: the same id, or one below it (section 3.27.5). */
    boolean covers(String ruleId) {
        return ruleId.equals(id)
                || (ruleId.length() > id.length() && ruleId.charAt(id.length()) == '/' && ruleId.startsWith(id));
    }
}
