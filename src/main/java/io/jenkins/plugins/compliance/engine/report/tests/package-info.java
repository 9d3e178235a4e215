/** Readers of test reports. */
package io.jenkins.plugins.compliance.engine.report.tests;
