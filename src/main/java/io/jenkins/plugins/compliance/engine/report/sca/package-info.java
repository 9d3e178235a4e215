/** Readers of reports about dependencies with known vulnerabilities. */
package io.jenkins.plugins.compliance.engine.report.sca;
