package io.jenkins.plugins.compliance.engine.policy;

import io.jenkins.plugins.compliance.engine.io.Position;

/**
 * Something that a pack says, and where.
 *
 * @param value what it says
 * @param at where
 */
record Located<T>(T value, Position at) {}
