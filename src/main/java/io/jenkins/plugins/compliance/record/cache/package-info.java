/** Keeps in memory what was used last. */
package io.jenkins.plugins.compliance.record.cache;
