package io.jenkins.plugins.compliance.engine.policy.lint;

import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblems;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.report.licence.LicencePattern;
import java.util.List;

/** Finds what a check of licences hardly means. */
record LicenceLint(String procedure, Check.Sbom check, Position at, DocumentProblems log) {

    void find() {
        unknown("denies", check.denyLicences());
        unknown("allows", check.allowLicences());
        if (check.unknownLicences() == null && !check.denyLicences().isEmpty()) {
            log.warning(
                    "licence-gap",
                    at,
                    "found that " + procedure
                            + " denies licences, expected unknownLicences to say what an unknown one counts"
                            + " as: deny, missing or allow (missing when it is not said)");
        } else if (check.unknownLicences() != null && check.denyLicences().isEmpty()) {
            log.warning(
                    "licence-gap",
                    at,
                    "found unknownLicences in " + procedure
                            + ", expected denyLicences beside it: it decides nothing alone");
        }
    }

    /** Whoever mistypes what is denied denies nothing. */
    private void unknown(String verb, List<String> patterns) {
        for (String written : patterns) {
            LicencePattern pattern = LicencePattern.of(written);
            String nearest = pattern.isKnown() ? null : pattern.nearest();
            if (!pattern.isKnown() && (nearest != null || !pattern.isText())) {
                log.warning(
                        "unknown-licence",
                        at,
                        "found that " + procedure + " " + verb + " " + DocumentProblems.quoted(written)
                                + ", expected it to match a licence of the SPDX License List, or to be a LicenseRef-",
                        nearest == null ? null : "did you mean " + nearest + "?");
            }
        }
    }
}
