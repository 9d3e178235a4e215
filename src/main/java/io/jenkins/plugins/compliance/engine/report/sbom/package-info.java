/** Readers of bills of materials and of exploitability statements. */
package io.jenkins.plugins.compliance.engine.report.sbom;
