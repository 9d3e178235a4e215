package io.jenkins.plugins.compliance.scan;

/** A text can't be handed to a program on this system so that it arrives as it is. */
final class UnspeakableArgumentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String argument;

    /** @param argument the text, on one line */
    UnspeakableArgumentException(String argument) {
        super(argument);
        this.argument = argument;
    }

    String argument() {
        return argument;
    }
}
