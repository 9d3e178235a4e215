package io.jenkins.plugins.compliance.engine.io.document;

import io.jenkins.plugins.compliance.engine.io.Position;

/**
 * Something that a document says, and where.
 *
 * @param value what it says
 * @param at where
 */
public record Located<T>(T value, Position at) {}
