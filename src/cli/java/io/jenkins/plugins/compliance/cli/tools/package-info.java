/** Commands about scan tools: list, show, check. */
package io.jenkins.plugins.compliance.cli.tools;
