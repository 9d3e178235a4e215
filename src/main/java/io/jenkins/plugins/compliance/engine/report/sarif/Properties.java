package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaims;
import io.jenkins.plugins.compliance.engine.report.cwe.CweMentions;
import java.io.IOException;
import java.util.OptionalDouble;

/** What is known by convention in a property bag (section 3.8) of a rule or a result: weaknesses and a score. */
final class Properties {
    private static final double HIGHEST_SCORE = 10.0;

    private @CheckForNull Double score;
    private boolean scoreByName;

    /** {@code security-severity}, or a CVSS base score under its own name: 0.0 to 10.0; null when there is none. */
    @CheckForNull
    Double score() {
        return score;
    }

    /** Forgets the score, for the next property bag. */
    void clear() {
        score = null;
        scoreByName = false;
    }

    /** Reads a property bag; weaknesses go to the claims. */
    void read(JsonCursor json, CweClaims claims) throws IOException {
        if (!json.beginObject()) {
            return;
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "security-severity" -> score(json, true);
                case "cvssv3_baseScore", "cvssV3_baseScore", "cvssScore", "cvss_score" -> score(json, false);
                case "tags" -> tags(json, claims);
                case "cwe", "CWE", "cwes", "cweId", "cwe-id", "cwe_id", "cweIds", "cwe-ids" -> field(json, claims);
                default -> {}
            }
        }
    }

    private void score(JsonCursor json, boolean byName) throws IOException {
        OptionalDouble value = json.number();
        if (value.isPresent()
                && value.getAsDouble() >= 0
                && value.getAsDouble() <= HIGHEST_SCORE
                && (byName || !scoreByName)) {
            score = value.getAsDouble();
            scoreByName = byName;
        }
    }

    private static void tags(JsonCursor json, CweClaims claims) throws IOException {
        if (json.beginArray()) {
            while (json.nextElement()) {
                CweMentions.ofTag(json.text("")).ifPresent(cwe -> claims.add(cwe, CweClaim.Basis.TAG));
            }
        }
    }

    private static void field(JsonCursor json, CweClaims claims) throws IOException {
        if (json.kind() != JsonCursor.Kind.ARRAY) {
            CweMentions.ofField(json.text("")).ifPresent(cwe -> claims.add(cwe, CweClaim.Basis.FIELD));
        } else if (json.beginArray()) {
            while (json.nextElement()) {
                CweMentions.ofField(json.text("")).ifPresent(cwe -> claims.add(cwe, CweClaim.Basis.FIELD));
            }
        }
    }
}
