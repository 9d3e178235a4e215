/** Commands about policy packs: lint, diff, digest, handbook. */
package io.jenkins.plugins.compliance.cli.policy;
