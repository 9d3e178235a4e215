/** Judging a build or a job by its evidence, and what a build remembers of it. */
package io.jenkins.plugins.compliance.record.judge;
