/** Evidence among the artifacts of a build, and whether it is still what was archived. */
package io.jenkins.plugins.compliance.record.archive;
