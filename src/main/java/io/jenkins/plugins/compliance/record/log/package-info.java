/** What this plugin writes into logs of builds. */
package io.jenkins.plugins.compliance.record.log;
