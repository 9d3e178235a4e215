/** What happens when a build ends, whether it asked for anything or not: scans that are demanded, facts, and a verdict. */
package io.jenkins.plugins.compliance.ending;
