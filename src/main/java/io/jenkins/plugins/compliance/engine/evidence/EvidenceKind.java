package io.jenkins.plugins.compliance.engine.evidence;

import java.util.Locale;
import java.util.Optional;

/** What sort of thing was observed. */
public enum EvidenceKind {
    /** A scan tool ran. */
    SCAN,
    /** A report made elsewhere was taken in. */
    REPORT,
    /** A bill of materials was recorded. */
    SBOM,
    /** Tests ran. */
    TEST,
    /** Somebody attested something. */
    ATTESTATION,
    /** Somebody approved a build. */
    APPROVAL,
    /** Something about the pipeline itself was observed. */
    PIPELINE;

    /** The kind with this {@link #id()}. */
    public static Optional<EvidenceKind> ofId(String id) {
        for (EvidenceKind kind : values()) {
            if (kind.id().equals(id)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Whether it is what a document that was made elsewhere is taken in as. */
    public boolean isDocument() {
        return switch (this) {
            case REPORT, SBOM, TEST -> true;
            case SCAN, ATTESTATION, APPROVAL, PIPELINE -> false;
        };
    }

    /** The word used in policy and statements. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
