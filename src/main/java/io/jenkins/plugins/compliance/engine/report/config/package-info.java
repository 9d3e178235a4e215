/** Readers of reports about the configuration of infrastructure, containers and hosts. */
package io.jenkins.plugins.compliance.engine.report.config;
