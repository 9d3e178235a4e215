package io.jenkins.plugins.compliance.engine.evidence.key;

import java.io.IOException;

/** A key can't be used. The message says what it is instead and what to do. */
public final class UnusableKeyException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong with which key, and what is expected */
    public UnusableKeyException(String message) {
        super(message);
    }
}
