/** The chain of a job's evidence: appending, recovery, verification, archives and bundles. */
package io.jenkins.plugins.compliance.engine.evidence.ledger;
