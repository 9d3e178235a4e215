/** Waivers of a job, as entries of its ledger. */
package io.jenkins.plugins.compliance.record.waiver;
