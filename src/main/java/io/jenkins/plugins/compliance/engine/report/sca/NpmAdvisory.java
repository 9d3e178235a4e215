package io.jenkins.plugins.compliance.engine.report.sca;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.FindingBuilder;
import io.jenkins.plugins.compliance.engine.report.finding.SeverityScale;
import java.util.List;

/** An advisory in the form of npm 6, which yarn 1 uses too. */
final class NpmAdvisory {
    private NpmAdvisory() {}

    static Finding finding(ElementTree advisory) {
        return finding("npm-audit", advisory);
    }

    static Finding finding(String tool, ElementTree advisory) {
        List<ElementTree> findings = advisory.list("findings");
        ElementTree first = findings.isEmpty() ? ElementTree.EMPTY : findings.get(0);
        List<String> paths = first.texts("paths");
        return new FindingBuilder(tool, advisory.require("id"))
                .title(advisory.text("title"))
                .message(advisory.firstText("title", "overview"))
                .severity(SeverityScale.WORDS.of(advisory.text("severity")))
                .score(advisory.has("cvss") ? advisory.at("cvss").number("score") : null)
                .path(paths.isEmpty() ? null : paths.get(0))
                .component(null, advisory.text("module_name"), first.text("version"))
                .fixedIn(advisory.text("patched_versions"))
                .advisories(advisory.texts("cves"))
                .advisory(advisory.text("github_advisory_id", ghsa(advisory.text("url"))))
                .cwes(advisory.texts("cwe"))
                .help(advisory.text("url"))
                .build();
    }

    /** The GitHub advisory id at the end of its address; empty when the address is none of these. */
    static String ghsa(@CheckForNull String url) {
        int at = url == null ? -1 : url.lastIndexOf("/GHSA-");
        return at < 0 || url == null ? "" : url.substring(at + 1);
    }
}
