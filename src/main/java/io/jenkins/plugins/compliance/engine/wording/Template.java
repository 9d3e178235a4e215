package io.jenkins.plugins.compliance.engine.wording;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A sentence with places for what it is said about.
 *
 * <ul>
 *   <li>{@code {tool}} is the argument of this name;
 *   <li>{@code {found|finding|findings}} a number and its noun, {@code {found#finding|findings}} the noun alone;
 *   <li>{@code {names:or}} a list with a word before its last, {@code a, b or c}; {@code {reasons/; }} a list with a separator;
 *   <li>{@code [, expires {expires}]} a part that is left out when an argument in it says nothing.
 * </ul>
 */
final class Template {
    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = parts;
    }

    private sealed interface Part {
        /** Text as it is. */
        record Fixed(String text) implements Part {}

        /**
         * A place.
         *
         * @param name of the argument
         * @param mark how it is written: a space for as it is, {@code |}, {@code #}, {@code :} or {@code /}
         * @param words what follows the mark
         */
        record Place(String name, char mark, String words) implements Part {}

        /** What is left out when something in it says nothing. */
        record Optional(List<Part> parts) implements Part {}
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Template of(String id, String text) {
        List<Part> parts = new ArrayList<>();
        List<Part> outer = parts;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '{' && c != '[' && c != ']') {
                continue;
            }
            fixed(text, from, i, parts);
            if (c == '{') {
                int end = text.indexOf('}', i);
                if (end < 0) {
                    throw new IllegalArgumentException("the template " + id + " has a place without an end");
                }
                parts.add(place(text.substring(i + 1, end)));
                i = end;
            } else if (c == '[') {
                parts = new ArrayList<>();
            } else {
                outer.add(new Part.Optional(List.copyOf(parts)));
                parts = outer;
            }
            from = i + 1;
        }
        fixed(text, from, text.length(), parts);
        if (parts != outer) {
            throw new IllegalArgumentException("the template " + id + " has a part without an end");
        }
        return new Template(List.copyOf(parts));
    }

    private static void fixed(String text, int from, int to, List<Part> parts) {
        if (to > from) {
            parts.add(new Part.Fixed(text.substring(from, to)));
        }
    }

    private static Part place(String inner) {
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '|' || c == '#' || c == ':' || c == '/') {
                return new Part.Place(inner.substring(0, i), c, inner.substring(i + 1));
            }
        }
        return new Part.Place(inner, ' ', "");
    }

    /** The names of its places. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        names(parts, names);
        return names;
    }

    private static void names(List<Part> parts, Set<String> names) {
        for (Part part : parts) {
            if (part instanceof Part.Place place) {
                names.add(place.name());
            } else if (part instanceof Part.Optional optional) {
                names(optional.parts(), names);
            }
        }
    }

    /** It as it is, for one without places. */
    String text() {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part instanceof Part.Fixed fixed ? fixed.text() : ""));
        return text.toString();
    }

    /** The sentence about the arguments of a phrase. */
    String filled(Phrase phrase, Wording wording) {
        StringBuilder text = new StringBuilder();
        fill(parts, phrase, wording, text);
        return text.toString();
    }

    /** Whether each place said something. */
    private static boolean fill(List<Part> parts, Phrase phrase, Wording wording, StringBuilder text) {
        boolean whole = true;
        for (Part part : parts) {
            if (part instanceof Part.Fixed fixed) {
                text.append(fixed.text());
            } else if (part instanceof Part.Place place) {
                Argument argument = argument(phrase, place.name());
                whole &= !argument.isEmpty();
                text.append(words(argument, place, wording));
            } else if (part instanceof Part.Optional optional) {
                int before = text.length();
                if (!fill(optional.parts(), phrase, wording, text)) {
                    text.setLength(before);
                }
            }
        }
        return whole;
    }

    private static Argument argument(Phrase phrase, String name) {
        List<Parameter> parameters = phrase.code().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(name)) {
                return phrase.arguments().get(i);
            }
        }
        return Argument.NONE;
    }

    private static String words(Argument argument, Part.Place place, Wording wording) {
        if (argument instanceof Argument.Several several) {
            return list(
                    several.each().stream().map(each -> plain(each, wording)).toList(), place);
        }
        if (argument instanceof Argument.Count count && (place.mark() == '|' || place.mark() == '#')) {
            int between = place.words().indexOf('|');
            String noun = count.count() == 1
                    ? place.words().substring(0, between)
                    : place.words().substring(between + 1);
            return place.mark() == '#' ? noun : count.count() + " " + noun;
        }
        return plain(argument, wording);
    }

    private static String list(List<String> items, Part.Place place) {
        int last = items.size() - 1;
        return place.mark() != ':' || last < 1
                ? String.join(place.mark() == '/' ? place.words() : ", ", items)
                : String.join(", ", items.subList(0, last)) + " " + place.words() + " " + items.get(last);
    }

    private static String plain(Argument argument, Wording wording) {
        if (argument instanceof Argument.Text text) {
            return text.text();
        }
        if (argument instanceof Argument.Count count) {
            return Long.toString(count.count());
        }
        if (argument instanceof Argument.Moment moment) {
            return wording.moment(moment.moment());
        }
        if (argument instanceof Argument.Day day) {
            return wording.day(day.day());
        }
        if (argument instanceof Argument.Term term) {
            return wording.term(term.id());
        }
        if (argument instanceof Argument.Reference reference) {
            return Long.toString(reference.sequence());
        }
        if (argument instanceof Argument.Nested nested) {
            return wording.of(nested.phrase());
        }
        if (argument instanceof Argument.Several several) {
            return String.join(
                    ", ",
                    several.each().stream().map(each -> plain(each, wording)).toList());
        }
        return "";
    }
}
