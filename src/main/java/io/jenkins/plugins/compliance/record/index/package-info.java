/** The index of a job's builds, from which pages are made without loading builds. */
package io.jenkins.plugins.compliance.record.index;
