package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import io.jenkins.plugins.compliance.engine.report.finding.FindingIdentity;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a result states to be recognised by (sections 3.27.16 to 3.27.18), as it is being read: of several fingerprints the same
 * one in every run, in its latest version.
 */
final class StatedIdentity {
    private static final int UNFIT = 9;
    private static final int MOST_NAMES = 64;

    private final Map<String, FingerprintName> fullNames = new HashMap<>();
    private final Map<String, FingerprintName> partialNames = new HashMap<>();
    private @CheckForNull String full;
    private FingerprintName fullName = FingerprintName.LAST;
    private @CheckForNull String partial;
    private FingerprintName partialName = FingerprintName.LAST;
    private @CheckForNull String correlation;

    void clear() {
        full = null;
        fullName = FingerprintName.LAST;
        partial = null;
        partialName = FingerprintName.LAST;
        correlation = null;
    }

    /** The identity, by the quoted code where nothing else is stated. */
    FindingIdentity orContext(@CheckForNull String snippet) {
        if (full != null) {
            return FindingIdentity.stated(full);
        }
        if (correlation != null) {
            return FindingIdentity.stated(correlation);
        }
        if (partial != null) {
            return FindingIdentity.partial(partial);
        }
        return snippet == null ? FindingIdentity.NONE : FindingIdentity.context(snippet);
    }

    void correlation(@CheckForNull String guid) {
        correlation = guid == null || guid.isBlank() ? null : guid;
    }

    void fingerprints(JsonCursor json) throws IOException {
        if (json.beginObject()) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                FingerprintName candidate = named(name, fullNames, 0);
                if (candidate.compareTo(fullName) < 0) {
                    String value = json.text("");
                    if (isIdentity(value)) {
                        full = value;
                        fullName = candidate;
                    }
                }
            }
        }
    }

    void partialFingerprints(JsonCursor json) throws IOException {
        if (json.beginObject()) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                FingerprintName candidate = named(name, partialNames, -1);
                if (candidate.fitness() < UNFIT && candidate.compareTo(partialName) < 0) {
                    String value = json.text("");
                    if (isIdentity(value)) {
                        partial = value;
                        partialName = candidate;
                    }
                }
            }
        }
    }

    // The names are the same for all results of a tool.
    private static FingerprintName named(String name, Map<String, FingerprintName> known, int fitness) {
        FingerprintName found = known.get(name);
        if (found == null) {
            found = FingerprintName.of(name, fitness < 0 ? fitness(name) : fitness);
            if (known.size() < MOST_NAMES) {
                known.put(name, found);
            }
        }
        return found;
    }

    // Semgrep writes "requires login" to those who are not logged in.
    private static boolean isIdentity(String value) {
        return !value.isBlank() && !value.equals("requires login");
    }

    // Tools also put the author of a commit, or a hash of the whole file, where parts of a fingerprint belong.
    private static int fitness(String name) {
        if (name.startsWith("primaryLocationLineHash")) {
            return 0;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("startcolumn") || lower.contains("filehash")) {
            return UNFIT;
        }
        if (lower.contains("primarylocation")) {
            return 1;
        }
        if (lower.contains("hash") || lower.contains("fingerprint")) {
            return 2;
        }
        return FingerprintName.of(lower, 0).base().endsWith("id") ? 3 : UNFIT;
    }
}
