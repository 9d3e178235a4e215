package io.jenkins.plugins.compliance.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.compliance.config.JobSettings;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import java.util.Map;
import java.util.TreeMap;

/**
 * The build that is scanned.
 *
 * @param run the build
 * @param node name of the node that it is scanned on; empty for the built-in one
 * @param cookie value by which Jenkins finds processes of the build on its node; null when there is none
 * @param listener its log
 */
record ScanContext(Run<?, ?> run, String node, @CheckForNull String cookie, TaskListener listener) {
    /** Variable by which Jenkins finds processes of a build on its node, and ends them with it. */
    static final String COOKIE = "JENKINS_NODE_COOKIE";

    /** What is in force for its job. */
    JobSettings settings() {
        return JobSettings.of(run.getParent());
    }

    /** Its tags. */
    Tags tags() {
        return settings().tagsOf(ComplianceRunAction.of(run).getTags());
    }

    /** Variables that each process of it has. */
    Map<String, String> cookies() {
        Map<String, String> cookies = new TreeMap<>();
        if (cookie != null) {
            cookies.put(COOKIE, cookie);
        }
        return cookies;
    }
}
