/** What could not be written down, and who is told of it. */
package io.jenkins.plugins.compliance.record.unwritten;
