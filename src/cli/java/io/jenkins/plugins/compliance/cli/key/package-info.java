/** Commands about the keys that sign. */
package io.jenkins.plugins.compliance.cli.key;
