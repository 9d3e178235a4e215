/** Reads XML without entities and document types, streamed and under limits. */
package io.jenkins.plugins.compliance.engine.io.xml;
