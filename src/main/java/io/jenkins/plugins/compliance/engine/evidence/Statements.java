package io.jenkins.plugins.compliance.engine.evidence;

/** The names of our statements (in-toto Attestation Framework v1, Statement). */
final class Statements {
    static final String TYPE = "https://in-toto.io/Statement/v1";
    static final String EVIDENCE = "https://github.com/jenkinsci/compliance-stages-plugin/attestations/evidence/v1";
    static final String HEAD = "https://github.com/jenkinsci/compliance-stages-plugin/attestations/ledger-head/v1";
    /** The version of both predicates. A reader refuses another one; fields may be added without changing it. */
    static final int SCHEMA = 1;

    private Statements() {}
}
