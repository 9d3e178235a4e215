package io.jenkins.plugins.compliance.engine.wording;

/**
 * Something that a sort of sentence is said about.
 *
 * @param name its name in templates and exports, camel case
 * @param kind what its values are
 */
public record Parameter(String name, Kind kind) {
    /** What values a parameter takes. */
    public enum Kind {
        /** Text that is the same in each language: an id, a name, somebody's words. */
        TEXT(Argument.Text.class),
        /** A number. */
        COUNT(Argument.Count.class),
        /** A moment. */
        MOMENT(Argument.Moment.class),
        /** A day. */
        DAY(Argument.Day.class),
        /** A word of the engine that has a translation, for instance an outcome. */
        TERM(Argument.Term.class),
        /** An entry of a ledger. */
        REFERENCE(Argument.Reference.class),
        /** Another sentence. */
        PHRASE(Argument.Nested.class),
        /** Any number of these. */
        LIST(Argument.Several.class);

        private final Class<? extends Argument> taken;

        Kind(Class<? extends Argument> taken) {
            this.taken = taken;
        }

        boolean takes(Argument argument) {
            return argument instanceof Argument.None || taken.isInstance(argument);
        }
    }

    /** Takes text. */
    public static Parameter text(String name) {
        return new Parameter(name, Kind.TEXT);
    }

    /** Takes a number. */
    public static Parameter count(String name) {
        return new Parameter(name, Kind.COUNT);
    }

    /** Takes a moment. */
    public static Parameter moment(String name) {
        return new Parameter(name, Kind.MOMENT);
    }

    /** Takes a day. */
    public static Parameter day(String name) {
        return new Parameter(name, Kind.DAY);
    }

    /** Takes a word of the engine. */
    public static Parameter term(String name) {
        return new Parameter(name, Kind.TERM);
    }

    /** Takes an entry of a ledger. */
    public static Parameter reference(String name) {
        return new Parameter(name, Kind.REFERENCE);
    }

    /** Takes another sentence. */
    public static Parameter phrase(String name) {
        return new Parameter(name, Kind.PHRASE);
    }

    /** Takes several values. */
    public static Parameter list(String name) {
        return new Parameter(name, Kind.LIST);
    }
}
