/** Weaknesses of the Common Weakness Enumeration: which one a finding speaks of, and how one contains another. */
package io.jenkins.plugins.compliance.engine.report.cwe;
