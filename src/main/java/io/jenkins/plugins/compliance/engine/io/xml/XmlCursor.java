package io.jenkins.plugins.compliance.engine.io.xml;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import io.jenkins.plugins.compliance.engine.io.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Stands on one element of an XML document and moves forward through it. */
public final class XmlCursor {
    private static final String MESSAGE = "Message: ";

    private final XMLStreamReader reader;
    private final XmlInput.Guard guard;
    private final String document;
    private final Limits limits;
    private int depth;

    XmlCursor(XMLStreamReader reader, XmlInput.Guard guard, String document, Limits limits) throws IOException {
        this.reader = reader;
        this.guard = guard;
        this.document = document;
        this.limits = limits;
        while (next() != XMLStreamConstants.START_ELEMENT) {
            // Up to the root there are only comments, instructions and white space.
        }
    }

    /** Takes one child element. */
    @FunctionalInterface
    public interface Visitor {
        /** The cursor stands on the child. What is not read of it is skipped. */
        void element() throws IOException;
    }

    /** Local name of the element. */
    public String name() {
        return reader.getLocalName();
    }

    /** Namespace of the element; empty when it has none. */
    public String namespace() {
        String uri = reader.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    /** The attribute of this local name without surrounding white space; null when absent or empty. */
    public @CheckForNull String attribute(String localName) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(localName)) {
                String value = reader.getAttributeValue(i).strip();
                return value.isEmpty() ? null : value;
            }
        }
        return null;
    }

    /** Line of the element's start tag, from 1. */
    public int line() {
        return Math.max(0, reader.getLocation().getLineNumber());
    }

    /** Visits the child elements of the element that the cursor stands on, up to its end. */
    public void children(Visitor visitor) throws IOException {
        int inside = depth;
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                visitor.element();
                leave(inside);
            } else if (event == XMLStreamConstants.END_ELEMENT && depth < inside) {
                return;
            }
        }
    }

    /** Reads on to the end of the document, so that what is wrong behind the last element is seen. */
    public void finish() throws IOException {
        while (next() != XMLStreamConstants.END_DOCUMENT) {
            // Nothing but the rest.
        }
    }

    /** The text directly in the element, without that of its children. */
    public String ownText() throws IOException {
        return fragment(Set.of()).text();
    }

    /** The whole element as a tree. */
    public ElementTree fragment() throws IOException {
        return fragment(Set.of());
    }

    /**
     * The element as a tree, together at most {@link Limits#textLength} long.
     *
     * @param without names of children that are left out, at any depth: those that may be large and are not wanted
     */
    public ElementTree fragment(Set<String> without) throws IOException {
        return fragment(without, Map.of());
    }

    /**
     * The element as a tree, together at most {@link Limits#textLength} long.
     *
     * @param without names of children that are left out, at any depth
     * @param detours who takes the direct children of these names, which are left out too: those that hold many elements
     */
    public ElementTree fragment(Set<String> without, Map<String, Visitor> detours) throws IOException {
        return fragment(without, detours, new int[] {limits.textLength()});
    }

    private ElementTree fragment(Set<String> without, Map<String, Visitor> detours, int[] budget) throws IOException {
        int inside = depth;
        int line = line();
        String name = name();
        List<ElementTree> parts = new ArrayList<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String value = reader.getAttributeValue(i);
            spend(budget, value.length());
            parts.add(
                    new ElementTree(reader.getAttributeLocalName(i), ElementTree.Kind.SCALAR, value, List.of(), line));
        }
        StringBuilder text = new StringBuilder();
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                Visitor detour = detours.get(name());
                if (detour != null) {
                    detour.element();
                    leave(inside);
                } else if (without.contains(name())) {
                    leave(inside);
                } else {
                    parts.add(fragment(without, Map.of(), budget));
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                return new ElementTree(name, ElementTree.Kind.ELEMENT, text.toString(), parts, line);
            } else if (reader.isCharacters()) {
                spend(budget, reader.getTextLength());
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
        }
    }

    private void spend(int[] budget, int length) throws LimitExceededException {
        // What holds the text costs memory too; counting it bounds a tree of many empty parts.
        budget[0] -= length + 16;
        if (budget[0] < 0) {
            throw new LimitExceededException("textLength", limits.textLength());
        }
    }

    private void leave(int outer) throws IOException {
        while (depth > outer) {
            next();
        }
    }

    private int next() throws IOException {
        try {
            int event = reader.next();
            guard.eventRead();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (++depth > limits.nesting()) {
                    throw new LimitExceededException("nesting", limits.nesting());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new MalformedInputException(position(), "an entity is referred to that is not declared");
            }
            return event;
        } catch (XMLStreamException | RuntimeException e) {
            throw failure(e, guard, document);
        }
    }

    private Position position() {
        return new Position(document, line(), Math.max(0, reader.getLocation().getColumnNumber()));
    }

    /** What to throw for a failure of the parser. */
    static IOException failure(Exception e, XmlInput.Guard guard, String document) throws IOException {
        guard.rethrow();
        if (e instanceof XMLStreamException parse) {
            String message = String.valueOf(parse.getMessage());
            int from = message.indexOf(MESSAGE);
            Position position = parse.getLocation() == null
                    ? Position.of(document)
                    : new Position(
                            document,
                            Math.max(0, parse.getLocation().getLineNumber()),
                            Math.max(0, parse.getLocation().getColumnNumber()));
            return new MalformedInputException(
                    position, from < 0 ? message : message.substring(from + MESSAGE.length()));
        }
        // The JDK's parser leaks these for some broken documents.
        return new MalformedInputException(Position.of(document), "is not well-formed XML");
    }
}
