/** The command line over the engine: one class a subcommand. */
package io.jenkins.plugins.compliance.cli;
