/** The ledger of a job: opening, following, keeping, moving, downloading. */
package io.jenkins.plugins.compliance.record.ledger;
