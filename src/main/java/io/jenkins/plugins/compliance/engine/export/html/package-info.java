/**
 * The report for people: one self-contained HTML file, readable without script. Markup comes out of one place alone,
 * {@link io.jenkins.plugins.compliance.engine.export.html.Html}.
 */
package io.jenkins.plugins.compliance.engine.export.html;
