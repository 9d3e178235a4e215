/** The clock of this controller, and how its moments are written for people. */
package io.jenkins.plugins.compliance.record.clock;
