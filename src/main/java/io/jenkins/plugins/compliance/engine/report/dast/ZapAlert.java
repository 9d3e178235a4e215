package io.jenkins.plugins.compliance.engine.report.dast;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.FindingBuilder;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.SeverityScale;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an alert of ZAP means, whether it was written in JSON or XML. */
final class ZapAlert {
    static final String TOOL = "zap";
    /** Whole requests and responses: large, and full of session cookies. */
    static final Set<String> LARGE = Set.of("requestheader", "requestbody", "responseheader", "responsebody");

    private static final SeverityScale RISKS =
            new SeverityScale(Map.of("3", Severity.HIGH, "2", Severity.MEDIUM, "1", Severity.LOW, "0", Severity.INFO));

    private ZapAlert() {}

    static Finding of(ElementTree found) {
        String name = found.firstText("alert", "name");
        List<ElementTree> instances = found.list("instances", "instance");
        ElementTree first = instances.isEmpty() ? found : instances.get(0);
        String parameter = first.text("param");
        return new FindingBuilder(TOOL, found.require("pluginid"))
                .title(name)
                .message(message(found, name, instances.size()))
                .severity(RISKS.of(found.text("riskcode")))
                .place(uri(first), 0, 0, 0, parameter)
                .cwe(found.text("cweid"), CweClaim.Basis.FIELD)
                .suppressed("0".equals(found.text("confidence")) ? "false positive" : null)
                .build();
    }

    private static @CheckForNull String uri(ElementTree instance) {
        List<String> uris = instance.texts("uri");
        return uris.isEmpty() ? null : uris.get(0);
    }

    private static @CheckForNull String message(ElementTree found, @CheckForNull String name, int instances) {
        int count = Math.max(instances, found.integer("count"));
        return count > 1 ? name + " (" + count + " places)" : name;
    }
}
