/** The steps of pipelines. */
package io.jenkins.plugins.compliance.steps;
