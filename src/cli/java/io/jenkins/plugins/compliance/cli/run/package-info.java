/** Runs scan tools as processes on a workstation: in parallel, bounded in time and output, leaving nothing behind. */
package io.jenkins.plugins.compliance.cli.run;
