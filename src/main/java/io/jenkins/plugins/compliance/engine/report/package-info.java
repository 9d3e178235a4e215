/**
 * Reports of scan tools and test runs: one streaming reader a format, all behind
 * {@link io.jenkins.plugins.compliance.engine.report.ReportReader}, and the normalised findings, components and test cases
 * that they yield.
 */
package io.jenkins.plugins.compliance.engine.report;
