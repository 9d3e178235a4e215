/** What is recorded of a build: the ledger of its job, its artifacts and the action that remembers both. */
package io.jenkins.plugins.compliance.record;

