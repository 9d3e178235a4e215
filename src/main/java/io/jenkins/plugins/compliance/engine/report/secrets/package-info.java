/** Finds secrets in what a report quotes, and takes them out. */
package io.jenkins.plugins.compliance.engine.report.secrets;
