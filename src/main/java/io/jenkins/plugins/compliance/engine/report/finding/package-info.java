/** What a report holds, in one form for all formats: findings, components, test cases, statements of a VEX. */
package io.jenkins.plugins.compliance.engine.report.finding;
