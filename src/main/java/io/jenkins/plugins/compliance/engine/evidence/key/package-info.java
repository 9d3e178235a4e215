/** Keys that sign and verify: Ed25519 and P-256, their files, and the set of keys that is trusted. */
package io.jenkins.plugins.compliance.engine.evidence.key;
