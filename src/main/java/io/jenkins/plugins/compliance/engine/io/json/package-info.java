/** Reads and writes JSON (RFC 8259), streamed and under limits. */
package io.jenkins.plugins.compliance.engine.io.json;
