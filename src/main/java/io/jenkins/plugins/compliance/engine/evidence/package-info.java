/**
 * Signed records of what was observed: in-toto statements in DSSE envelopes, chained into a ledger, and their verification.
 */
package io.jenkins.plugins.compliance.engine.evidence;
