package io.jenkins.plugins.compliance.engine.evidence;

/** Bytes that are said to be an envelope or statement have not the form. The message goes on from "entry 5 is damaged:". */
public class BrokenEnvelopeException extends Exception {
    private static final long serialVersionUID = 1L;

    public BrokenEnvelopeException(String message) {
        super(message);
    }
}
