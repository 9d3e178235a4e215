package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.export.FindingText;
import io.jenkins.plugins.compliance.engine.prose.WebAddress;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * A finding in a table. Its texts come from a report: they are shortened, and shown as text.
 *
 * @param severity how bad
 * @param standing how it stands against the last evidence of the same tool
 * @param message what is wrong
 * @param place where; empty when not stated
 * @param rule the tool's id of the rule
 * @param help address of the rule's help; null when there is none of the web
 * @param tool name of the tool
 * @param cwes weaknesses
 * @param advisories ids of advisories
 * @param component the dependency that it is about; null when it is about none
 * @param fixedIn version of the dependency that has the fix; null when not stated
 * @param evidence sequence number of the evidence that holds it
 * @param evidenceUrl address of that evidence, relative to the root of Jenkins
 */
@ExportedBean(defaultVisibility = 9)
@Restricted(NoExternalUse.class)
public record FindingRow(
        @Exported String severity,
        @Exported String standing,
        @Exported String message,
        @Exported String place,
        @Exported String rule,
        @Exported @CheckForNull String help,
        @Exported String tool,
        @Exported List<Integer> cwes,
        @Exported List<String> advisories,
        @Exported @CheckForNull String component,
        @Exported @CheckForNull String fixedIn,
        @Exported long evidence,
        @Exported String evidenceUrl) {
    private static final int ADVISORIES = 10;

    static FindingRow of(Finding finding, BaselineState standing, long evidence, ComplianceUrls urls) {
        Object place = finding.place();
        String component = finding.component();
        String fixedIn = finding.fixedIn();
        return new FindingRow(
                finding.severity().id(),
                standing.id(),
                line(FindingText.message(finding)),
                place == null ? "" : line(place.toString()),
                line(finding.rule()),
                WebAddress.of(finding.help()),
                line(finding.tool()),
                finding.cwes().stream().map(CweClaim::cwe).distinct().toList(),
                finding.advisories().stream()
                        .limit(ADVISORIES)
                        .map(FindingRow::line)
                        .toList(),
                component == null ? null : line(component),
                fixedIn == null ? null : line(fixedIn),
                evidence,
                urls.evidence(evidence));
    }

    private static String line(String text) {
        return FindingText.shortened(FindingText.oneLine(text));
    }

    /** The severity in the reader's language. */
    public String severityWords() {
        return Words.severity(severity);
    }

    /** The standing in the reader's language. */
    public String standingWords() {
        for (BaselineState each : BaselineState.values()) {
            if (each.id().equals(standing)) {
                return each.words();
            }
        }
        return standing;
    }

    /** Weaknesses and advisories in one line. */
    public String references() {
        StringBuilder line = new StringBuilder();
        cwes.forEach(
                cwe -> line.append(line.isEmpty() ? "" : ", ").append("CWE-").append(cwe));
        advisories.forEach(each -> line.append(line.isEmpty() ? "" : ", ").append(each));
        return line.toString();
    }
}
