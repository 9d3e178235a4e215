/** Commands that record evidence: reports, attestations, approvals, facts. */
package io.jenkins.plugins.compliance.cli.record;
