package io.jenkins.plugins.compliance.engine.io.document;

import edu.umd.cs.findbugs.annotations.CheckForNull;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/** Builds the tree of a YAML document from its events; no resolver, constructor or tag takes part. */
final class YamlDocument {
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?+(?:\\.[0-9]++|[0-9]++(?:\\.[0-9]*+)?+)(?:[eE][-+]?+[0-9]++)?+");
    private static final int LONGEST_NUMBER = 64;

    private record Anchored(Node node, NodeBudget.Usage inside) {}

    private final Parser events;
    private final String file;
    private final NodeBudget budget;
    private final Map<String, Anchored> anchors = new HashMap<>();

    private YamlDocument(Parser events, String file, Limits limits) {
        this.events = events;
        this.file = file;
        this.budget = new NodeBudget(limits);
    }

    static Node read(String text, String file, Limits limits) throws IOException {
        LoaderOptions options = new LoaderOptions();
        // Bytes, depth and aliases are bounded here, under our own names.
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setNestingDepthLimit(Integer.MAX_VALUE);
        try {
            return new YamlDocument(new ParserImpl(new StreamReader(text), options), file, limits).document();
        } catch (MarkedYAMLException e) {
            throw new MalformedInputException(position(e.getProblemMark(), file), sentence(e));
        } catch (ReaderException e) {
            int index = Math.min(text.length(), text.offsetByCodePoints(0, codePoints(text, e.getPosition())));
            throw new MalformedInputException(
                    EncodedText.position(text, index, file),
                    String.format("found the control character U+%04X, expected printable text", e.getCodePoint()));
        } catch (YAMLException e) {
            throw new MalformedInputException(Position.of(file), "not YAML: " + e.getMessage());
        }
    }

    private static int codePoints(String text, int position) {
        return Math.max(0, Math.min(position, text.codePointCount(0, text.length())));
    }

    private static String sentence(MarkedYAMLException e) {
        String problem = e.getProblem() == null ? "not YAML" : e.getProblem();
        return e.getContext() == null ? problem : e.getContext() + ": " + problem;
    }

    private Node document() throws IOException {
        events.getEvent(); // start of stream
        if (events.checkEvent(Event.ID.StreamEnd)) {
            return new Scalar("", ScalarType.NULL, new Position(file, 1, 1));
        }
        events.getEvent(); // start of document
        Node root = node(events.getEvent());
        events.getEvent(); // end of document
        Event next = events.getEvent();
        if (next.getEventId() != Event.ID.StreamEnd) {
            throw new MalformedInputException(
                    at(next), "found a second document, expected one document a file (--- stands once, at the top)");
        }
        return root;
    }

    private Node node(Event event) throws IOException {
        Position at = at(event);
        if (event instanceof AliasEvent alias) {
            return aliased(alias.getAnchor(), at);
        }
        NodeBudget.Usage before = budget.usage();
        Node node;
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), at);
            node = scalar(scalar, at);
        } else if (event instanceof SequenceStartEvent sequence) {
            refuseTag(sequence.getTag(), at);
            node = sequence(at);
        } else if (event instanceof MappingStartEvent mapping) {
            refuseTag(mapping.getTag(), at);
            node = mapping(at);
        } else {
            throw new MalformedInputException(at, "found " + event.getEventId() + ", expected a value");
        }
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            NodeBudget.Usage after = budget.usage();
            anchors.put(
                    anchor,
                    new Anchored(
                            node,
                            new NodeBudget.Usage(after.nodes() - before.nodes(), after.aliases() - before.aliases())));
        }
        return node;
    }

    private Node aliased(String anchor, Position at) throws IOException {
        Anchored target = anchors.get(anchor);
        if (target == null) {
            throw new MalformedInputException(
                    at,
                    "found the alias *" + anchor + ", expected the anchor &" + anchor
                            + " on a value that ends before it");
        }
        budget.alias(target.inside(), at);
        return target.node();
    }

    private Scalar scalar(ScalarEvent event, Position at) throws IOException {
        budget.node(at);
        String text = event.getValue();
        budget.text(text, at);
        ScalarType type = event.isPlain() ? plainType(text) : ScalarType.TEXT;
        return new Scalar(type == ScalarType.NULL ? "" : text, type, at);
    }

    private Sequence sequence(Position at) throws IOException {
        budget.enter(at);
        List<Node> items = new ArrayList<>();
        while (true) {
            Event event = events.getEvent();
            if (event.getEventId() == Event.ID.SequenceEnd) {
                budget.leave();
                return new Sequence(items, at);
            }
            items.add(node(event));
        }
    }

    private Mapping mapping(Position at) throws IOException {
        budget.enter(at);
        List<Entry> entries = new ArrayList<>();
        while (true) {
            Event event = events.getEvent();
            if (event.getEventId() == Event.ID.MappingEnd) {
                budget.unique(entries);
                budget.leave();
                return new Mapping(entries, at);
            }
            String key = key(event);
            entries.add(new Entry(key, at(event), node(events.getEvent())));
        }
    }

    private String key(Event event) throws IOException {
        Position at = at(event);
        if (!(event instanceof ScalarEvent scalar)) {
            throw new MalformedInputException(
                    at, "found a key that is " + what(event) + ", expected a plain or quoted word as key");
        }
        refuseTag(scalar.getTag(), at);
        budget.text(scalar.getValue(), at);
        if (scalar.isPlain() && "<<".equals(scalar.getValue())) {
            throw new MalformedInputException(
                    at, "found the merge key <<, expected the entries themselves: merge keys are not part of YAML 1.2");
        }
        if (scalar.isPlain() && scalar.getValue().isEmpty()) {
            throw new MalformedInputException(at, "found no key before the colon, expected one");
        }
        return scalar.getValue();
    }

    private static String what(Event event) {
        return switch (event.getEventId()) {
            case Alias -> "an alias";
            case SequenceStart -> "a list";
            default -> "a mapping";
        };
    }

    private static void refuseTag(@CheckForNull String tag, Position at) throws MalformedInputException {
        if (tag != null) {
            throw new MalformedInputException(at, "found the tag " + tag + ", expected a value without a tag");
        }
    }

    private static ScalarType plainType(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> ScalarType.NULL;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> ScalarType.BOOLEAN;
            default ->
                text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches() ? ScalarType.NUMBER : ScalarType.TEXT;
        };
    }

    private Position at(Event event) {
        return position(event.getStartMark(), file);
    }

    private static Position position(@CheckForNull Mark mark, String file) {
        return mark == null ? Position.of(file) : new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
