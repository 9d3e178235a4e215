package io.jenkins.plugins.compliance.engine.wording;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A sentence, or a part of one, as data. {@link Wording} gives it words; {@link #toString} gives English ones.
 *
 * @param code what is said
 * @param arguments about what, one for each parameter of the code, in their order; {@link Argument#NONE} where nothing is said
 */
public record Phrase(PhraseCode code, List<Argument> arguments) {
    /**
     * Takes a copy of the arguments.
     *
     * @throws IllegalArgumentException when they are not those that the code asks for
     */
    public Phrase {
        arguments = List.copyOf(arguments);
        List<Parameter> parameters = code.parameters();
        if (arguments.size() != parameters.size()) {
            throw new IllegalArgumentException(
                    code.id() + " takes " + parameters.size() + " arguments, not " + arguments.size());
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (!parameters.get(i).kind().takes(arguments.get(i))) {
                throw new IllegalArgumentException(
                        code.id() + " takes no " + arguments.get(i) + " as " + parameters.get(i));
            }
        }
    }

    /**
     * Says something.
     *
     * @param code what is said
     * @param arguments about what, as {@link Argument#of} takes it
     * @throws IllegalArgumentException when they are not those that the code asks for
     */
    public static Phrase of(PhraseCode code, @CheckForNull Object... arguments) {
        Argument[] given = new Argument[arguments.length];
        for (int i = 0; i < given.length; i++) {
            given[i] = Argument.of(arguments[i]);
        }
        return new Phrase(code, List.of(given));
    }

    /** The same about texts that were changed: what comes from outside is to be cleaned before it is kept. */
    public Phrase withTexts(UnaryOperator<String> change) {
        return new Phrase(
                code, arguments.stream().map(each -> changed(each, change)).toList());
    }

    private static Argument changed(Argument argument, UnaryOperator<String> change) {
        if (argument instanceof Argument.Text text) {
            return new Argument.Text(change.apply(text.text()));
        }
        if (argument instanceof Argument.Nested nested) {
            return new Argument.Nested(nested.phrase().withTexts(change));
        }
        return argument instanceof Argument.Several several
                ? new Argument.Several(several.each().stream()
                        .map(each -> changed(each, change))
                        .toList())
                : argument;
    }

    /** In English. */
    @Override
    public String toString() {
        return Wording.ENGLISH.of(this);
    }
}
