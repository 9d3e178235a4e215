package io.jenkins.plugins.compliance.engine.io.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.Node.Entry;
import io.jenkins.plugins.compliance.engine.io.document.Node.Mapping;
import io.jenkins.plugins.compliance.engine.io.document.Node.Scalar;
import io.jenkins.plugins.compliance.engine.io.document.Node.ScalarType;
import io.jenkins.plugins.compliance.engine.io.document.Node.Sequence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Builds the tree of a JSON document. */
final class JsonDocument {
    private final JsonParser parser;
    private final String file;
    private final NodeBudget budget;

    private JsonDocument(JsonParser parser, String file, Limits limits) {
        this.parser = parser;
        this.file = file;
        this.budget = new NodeBudget(limits);
    }

    static Node read(String text, String file, Limits limits) throws IOException {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                // One more than ours, so that ours is met first and named.
                .maxNestingDepth(limits.nesting() + 1)
                .maxStringLength(limits.textLength())
                .maxNameLength(limits.textLength())
                .maxNumberLength(limits.textLength())
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
        try (JsonParser parser = factory.createParser(text)) {
            return new JsonDocument(parser, file, limits).document();
        } catch (StreamConstraintsException e) {
            throw new LimitExceededException("textLength", limits.textLength(), position(e.getLocation(), file));
        } catch (JsonProcessingException e) {
            throw new MalformedInputException(position(e.getLocation(), file), e.getOriginalMessage());
        }
    }

    private Node document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return new Scalar("", ScalarType.NULL, new Position(file, 1, 1));
        }
        Node root = node(first);
        if (parser.nextToken() != null) {
            throw new MalformedInputException(at(), "found more after the end of the document, expected nothing");
        }
        return root;
    }

    private Node node(@CheckForNull JsonToken token) throws IOException {
        Position at = at();
        if (token == null) {
            throw new MalformedInputException(at, "found the end of the document, expected a value");
        }
        return switch (token) {
            case START_OBJECT -> mapping(at);
            case START_ARRAY -> sequence(at);
            case VALUE_STRING -> scalar(ScalarType.TEXT, at);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(ScalarType.NUMBER, at);
            case VALUE_TRUE, VALUE_FALSE -> scalar(ScalarType.BOOLEAN, at);
            case VALUE_NULL -> {
                budget.node(at);
                yield new Scalar("", ScalarType.NULL, at);
            }
            default -> throw new MalformedInputException(at, "found " + token + ", expected a value");
        };
    }

    private Scalar scalar(ScalarType type, Position at) throws IOException {
        budget.node(at);
        String text = parser.getText();
        budget.text(text, at);
        return new Scalar(text, type, at);
    }

    private Sequence sequence(Position at) throws IOException {
        budget.enter(at);
        List<Node> items = new ArrayList<>();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            items.add(node(token));
            token = parser.nextToken();
        }
        budget.leave();
        return new Sequence(items, at);
    }

    private Mapping mapping(Position at) throws IOException {
        budget.enter(at);
        List<Entry> entries = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Position keyAt = at();
            String key = parser.currentName();
            budget.text(key, keyAt);
            entries.add(new Entry(key, keyAt, node(parser.nextToken())));
        }
        budget.unique(entries);
        budget.leave();
        return new Mapping(entries, at);
    }

    private Position at() {
        return position(parser.currentTokenLocation(), file);
    }

    private static Position position(@CheckForNull JsonLocation location, String file) {
        return location == null ? Position.of(file) : new Position(file, location.getLineNr(), location.getColumnNr());
    }
}
