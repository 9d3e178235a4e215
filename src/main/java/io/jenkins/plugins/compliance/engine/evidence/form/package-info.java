/** The bytes of evidence: statements (in-toto), envelopes (DSSE), and the links of the chain. */
package io.jenkins.plugins.compliance.engine.evidence.form;
