/**
 * Assessments and findings for people and other tools: HTML, OSCAL, SARIF, JUnit XML, CSV, Markdown.
 */
package io.jenkins.plugins.compliance.engine.export;
