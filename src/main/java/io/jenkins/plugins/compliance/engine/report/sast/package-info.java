/** Readers of reports about source code and bytecode, secrets in it included. */
package io.jenkins.plugins.compliance.engine.report.sast;
