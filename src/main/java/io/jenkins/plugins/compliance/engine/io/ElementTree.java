package io.jenkins.plugins.compliance.engine.io;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;

/**
 * One small part of a large document (one finding, one component) as a tree, the same whether it was written in JSON or in
 * XML, so that a reader of a format says once what it wants from it. In XML, attributes and child elements are both members,
 * attributes first.
 *
 * <p>Members are asked for leniently about presence and strictly about shape: what is absent or {@code null} is answered by
 * {@code null} or by nothing; what is there in another shape than asked for raises {@link ShapeException}.
 */
public final class ElementTree {
    /** An element without anything in it. */
    public static final ElementTree EMPTY = new ElementTree("", Kind.OBJECT, "", List.of(), 0);

    private final String name;
    private final Kind kind;
    private final String text;
    private final List<ElementTree> parts;
    private final int line;

    /** What a fragment is. */
    public enum Kind {
        /** A JSON object. */
        OBJECT,
        /** A JSON array. */
        ARRAY,
        /** A JSON string, number or boolean; an XML attribute. */
        SCALAR,
        /** A JSON {@code null}. */
        NULL,
        /** An XML element: has text, members or both. */
        ELEMENT
    }

    /**
     * @param name key or local name; empty for the item of a JSON array
     * @param kind what it is
     * @param text a scalar's value, an element's own text; else empty
     * @param parts members or items in the order of the document
     * @param line where it begins, from 1; 0 when unknown
     */
    public ElementTree(String name, Kind kind, String text, List<ElementTree> parts, int line) {
        this.name = name;
        this.kind = kind;
        this.text = text;
        this.parts = List.copyOf(parts);
        this.line = line;
    }

    /** Its key or local name; empty for the item of a JSON array. */
    public String name() {
        return name;
    }

    /** What it is. */
    public Kind kind() {
        return kind;
    }

    /** A scalar's value as it was written, an element's own text; empty for an object, an array and {@code null}. */
    public String text() {
        return text;
    }

    /** Its members or items in the order of the document. */
    public List<ElementTree> parts() {
        return parts;
    }

    /** Where it begins, from 1; 0 when unknown. */
    public int line() {
        return line;
    }

    /** Whether a member of this name is there and is not {@code null}. */
    public boolean has(String member) {
        return find(member) != null;
    }

    /** The member of this name, which must not be a scalar; {@link #EMPTY} when there is none. */
    public ElementTree at(String member) {
        ElementTree found = find(member);
        if (found == null) {
            return EMPTY;
        }
        if (found.kind == Kind.SCALAR) {
            throw found.shape("a structure");
        }
        return found;
    }

    /** The text, number or boolean of this name as text without surrounding white space; null when absent or empty. */
    public @CheckForNull String text(String member) {
        ElementTree found = find(member);
        if (found == null) {
            return null;
        }
        String value = found.scalar().strip();
        return value.isEmpty() ? null : value;
    }

    /** The {@link #text(String) text} of the first of these names that has one; null when none has. */
    public @CheckForNull String firstText(String... members) {
        for (String member : members) {
            String found = text(member);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The {@link #text(String) text} of this name, or another text when it is absent or empty. */
    public String text(String member, String otherwise) {
        String found = text(member);
        return found == null ? otherwise : found;
    }

    /** The {@link #text(String) text} of this name, which must be there and not be empty. */
    public String require(String member) {
        String found = text(member);
        if (found == null) {
            throw new ShapeException("has no \"" + member + '"');
        }
        return found;
    }

    /** The number of this name; null when absent, empty or not a number. */
    public @CheckForNull Double number(String member) {
        String found = text(member);
        if (found == null) {
            return null;
        }
        try {
            double value = Double.parseDouble(found);
            return Double.isFinite(value) ? Double.valueOf(value) : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /** The number of this name as a line or a count: 0 when absent, not a number, negative or out of range. */
    public int integer(String member) {
        Double found = number(member);
        return found == null || found < 0 || found > Integer.MAX_VALUE ? 0 : found.intValue();
    }

    /** Whether the member of this name says {@code true}, {@code yes} or {@code 1}, in any case. */
    public boolean flag(String member) {
        String found = text(member);
        return found != null && (found.equalsIgnoreCase("true") || found.equalsIgnoreCase("yes") || found.equals("1"));
    }

    /** JSON: the items of the array of this name, or the one value there is. XML: all elements of this name. */
    public List<ElementTree> list(String member) {
        List<ElementTree> found = new ArrayList<>();
        for (ElementTree part : parts) {
            if (!part.name.equals(member) || part.kind == Kind.NULL) {
                continue;
            }
            if (part.kind == Kind.ARRAY) {
                part.parts.stream().filter(item -> item.kind != Kind.NULL).forEach(found::add);
            } else {
                found.add(part);
            }
        }
        return found;
    }

    /**
     * JSON: the items of the array {@code wrapper}. XML: the elements {@code item} inside the element {@code wrapper}. The
     * usual two ways of writing the same list.
     */
    public List<ElementTree> list(String wrapper, String item) {
        ElementTree found = find(wrapper);
        if (found == null) {
            return List.of();
        }
        return found.kind == Kind.ELEMENT ? found.list(item) : list(wrapper);
    }

    /** The {@link #list(String) list} of this name as texts; empty ones are left out. */
    public List<String> texts(String member) {
        return list(member).stream()
                .map(part -> part.scalar().strip())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The {@link #list(String, String) list} in this wrapper as texts; empty ones are left out. */
    public List<String> texts(String wrapper, String item) {
        return list(wrapper, item).stream()
                .map(part -> part.scalar().strip())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** This fragment's text; it must be a scalar or an XML element. */
    public String scalar() {
        if (kind == Kind.OBJECT || kind == Kind.ARRAY) {
            throw shape("a text or a number");
        }
        return text;
    }

    /** This fragment, which must be an object or an XML element. */
    public ElementTree object() {
        if (kind != Kind.OBJECT && kind != Kind.ELEMENT) {
            throw shape("an object");
        }
        return this;
    }

    private @CheckForNull ElementTree find(String member) {
        if (kind != Kind.OBJECT && kind != Kind.ELEMENT) {
            throw shape("an object");
        }
        for (ElementTree part : parts) {
            if (part.kind != Kind.NULL && part.name.equals(member)) {
                return part;
            }
        }
        return null;
    }

    private ShapeException shape(String wanted) {
        return new ShapeException(
                (name.isEmpty() ? "an item" : '"' + name + '"') + " is " + described() + ", not " + wanted);
    }

    private String described() {
        return switch (kind) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case SCALAR -> "a text or a number";
            case NULL -> "null";
            case ELEMENT -> "an element";
        };
    }

    /** Part of a document is there in another shape than its format says, or a required part is not there. */
    public static final class ShapeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param message what is wrong, to follow the name of the element */
        public ShapeException(String message) {
            super(message);
        }
    }
}
