package io.jenkins.plugins.compliance.engine.evidence.ledger;

import io.jenkins.plugins.compliance.engine.evidence.form.ChainLink;
import io.jenkins.plugins.compliance.engine.evidence.form.Envelope;

/**
 * An entry that a walk came past and could read. Valid until the next one.
 *
 * @param index place among the lines, from 0
 * @param envelope its envelope
 * @param keyId id of the key that it says it is signed with
 * @param link its place in the chain
 * @param digest SHA-256 of the envelope; overwritten by the walk
 */
record WalkedEntry(long index, Envelope envelope, String keyId, ChainLink link, byte[] digest) {}
