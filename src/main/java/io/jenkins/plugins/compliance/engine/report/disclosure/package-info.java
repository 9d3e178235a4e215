/** Readers of what is published for those who find vulnerabilities: {@code security.txt} and the key that it names. */
package io.jenkins.plugins.compliance.engine.report.disclosure;
