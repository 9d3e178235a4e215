package io.jenkins.plugins.compliance.engine.report.finding;

import java.util.Locale;
import java.util.Optional;

/** How bad a finding is, worst first. The words are those of CVSS v3.1's qualitative scale (FIRST, section 5). */
public enum Severity {
    /** CVSS 9.0 to 10.0. */
    CRITICAL,
    /** CVSS 7.0 to 8.9. */
    HIGH,
    /** CVSS 4.0 to 6.9. */
    MEDIUM,
    /** CVSS 0.1 to 3.9. */
    LOW,
    /** No weakness in itself: CVSS 0.0, notes, style. */
    INFO;

    /** The severity that CVSS v3.1 section 5 gives to a score of 0.0 to 10.0. */
    public static Severity ofCvss(double score) {
        if (score >= 9.0) {
            return CRITICAL;
        }
        if (score >= 7.0) {
            return HIGH;
        }
        if (score >= 4.0) {
            return MEDIUM;
        }
        return score > 0.0 ? LOW : INFO;
    }

    /** The severity with this {@link #id()}, in any case; empty when there is none. */
    public static Optional<Severity> ofId(String id) {
        for (Severity severity : values()) {
            if (severity.id().equals(id.toLowerCase(Locale.ROOT))) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }

    /** The word used in policy, evidence and exports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this is as bad as the other or worse. */
    public boolean atLeast(Severity other) {
        return compareTo(other) <= 0;
    }
}
