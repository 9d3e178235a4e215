/** Loads policy packs: from folders, archives and what is bundled, with every mistake and where it stands. */
package io.jenkins.plugins.compliance.engine.policy.pack;
