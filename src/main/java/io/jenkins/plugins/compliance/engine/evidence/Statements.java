package io.jenkins.plugins.compliance.engine.evidence;

/** The names of our statements (in-toto Attestation Framework v1, Statement). */
public final class Statements {
    public static final String TYPE = "https://in-toto.io/Statement/v1";
    public static final String EVIDENCE =
            "https://github.com/jenkinsci/compliance-stages-plugin/attestations/evidence/v1";
    public static final String HEAD =
            "https://github.com/jenkinsci/compliance-stages-plugin/attestations/ledger-head/v1";
    /** The version of both predicates. A reader refuses another one; fields may be added without changing it. */
    public static final int SCHEMA = 1;

    private Statements() {}
}
