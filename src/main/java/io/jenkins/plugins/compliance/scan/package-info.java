/** Runs the scan tools that policy demands on the agent of a build, and records what they found. */
package io.jenkins.plugins.compliance.scan;
