/**
 * The only place that opens XML, JSON, YAML, archives and paths. Everything that comes from outside passes through here and
 * under {@link io.jenkins.plugins.compliance.engine.io.Limits}.
 */
package io.jenkins.plugins.compliance.engine.io;
