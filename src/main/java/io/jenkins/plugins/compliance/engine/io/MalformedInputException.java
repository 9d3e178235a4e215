package io.jenkins.plugins.compliance.engine.io;

import java.io.IOException;

/** Input is not well-formed. The message says where and what was expected. */
public final class MalformedInputException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Position position;

    /**
     * @param position where in the input
     * @param message what is wrong there, without the position
     */
    public MalformedInputException(Position position, String message) {
        super(DisplayText.line(position + ": " + message));
        this.position = position;
    }

    /** Where in the input. */
    public Position position() {
        return position;
    }
}
