package io.jenkins.plugins.compliance.engine.wording;

import java.util.List;
import java.util.Locale;

/**
 * One sort of sentence that the engine says. Enums implement it, each beside what it speaks of; the words stand in
 * {@code phrases.properties} and its translations, under {@link #id()}.
 */
public interface PhraseCode {
    /** Name of the constant. */
    String name();

    /** What a sentence of this sort is said about, in order. */
    List<Parameter> parameters();

    /** The word for it in exports and evidence, unique among all of them and never reused: lower case with hyphens. */
    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
