package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.io.IOException;

/** The elements of a report can't be had, for a reason that is known. */
final class DetailsException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Phrase phrase;

    DetailsException(Phrase phrase) {
        super(phrase.toString());
        this.phrase = phrase;
    }

    Phrase phrase() {
        return phrase;
    }
}
