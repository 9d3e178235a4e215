/**
 * Reads SARIF 2.1.0 (OASIS Standard, 2020, with Errata 01 of 2023). Results are read one at a time and never kept; what they
 * inherit from (rules, artifacts, base URIs, invocations) is. Section numbers in this package are those of the standard.
 */
package io.jenkins.plugins.compliance.engine.report.sarif;
