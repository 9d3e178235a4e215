/** Reads documents that people write, in YAML or JSON, and says where each mistake stands. */
package io.jenkins.plugins.compliance.engine.io.document;
