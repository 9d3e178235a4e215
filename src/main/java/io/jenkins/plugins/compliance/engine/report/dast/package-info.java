/** Readers of reports about running applications. */
package io.jenkins.plugins.compliance.engine.report.dast;
