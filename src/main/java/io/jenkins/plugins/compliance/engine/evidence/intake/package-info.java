/** From a report, a scan or somebody's word to evidence in a ledger. */
package io.jenkins.plugins.compliance.engine.evidence.intake;
