package io.jenkins.plugins.compliance.engine.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import io.jenkins.plugins.compliance.engine.io.json.JsonInput;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Component;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.Place;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.TestCase;
import io.jenkins.plugins.compliance.engine.report.finding.VexStatement;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads back what a {@link DetailsWriter} kept. Strict: it was written by this program, so anything odd is damage. */
public final class DetailsReader {
    private final JsonCursor json;
    private final ReportSink sink;

    private DetailsReader(JsonCursor json, ReportSink sink) {
        this.json = json;
        this.sink = sink;
    }

    /**
     * Hands every element to a sink, in order.
     *
     * @param in the file from its first byte; the caller closes it
     * @throws IOException when it is damaged, over a limit, or the sink refuses
     */
    public static void read(InputStream in, ReportSink sink, Limits limits) throws IOException {
        new DetailsReader(JsonInput.open(in, "details", limits), sink).read();
    }

    private void read() throws IOException {
        Map<String, String> header = json.beginObject() ? members() : Map.of();
        if (!String.valueOf(DetailsWriter.SCHEMA).equals(header.get("details"))) {
            throw json.malformed("expected a file of details of schema " + DetailsWriter.SCHEMA);
        }
        while (json.nextDocument()) {
            element();
        }
    }

    private Map<String, String> members() throws IOException {
        Map<String, String> members = new HashMap<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            members.put(name, json.text(""));
        }
        return members;
    }

    private void element() throws IOException {
        boolean known = false;
        if (json.beginObject()) {
            for (String kind = json.nextName(); kind != null; kind = json.nextName()) {
                Element element = element(kind);
                switch (kind) {
                    case "finding" -> sink.finding(element.finding());
                    case "component" -> sink.component(element.component());
                    case "test" -> sink.testCase(element.testCase());
                    case "vex" -> sink.vex(element.vex());
                    default -> throw json.malformed("found an element of the unknown kind " + kind);
                }
                known = true;
            }
        }
        if (!known) {
            throw json.malformed("expected an element");
        }
    }

    private Element element(String kind) throws IOException {
        Element element = new Element(kind);
        if (!json.beginObject()) {
            throw json.malformed("expected the members of a " + kind);
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "place" -> element.place = place();
                case "cwes" -> element.cwes = cwes();
                case "advisories", "licences", "products" -> element.lists.put(name, json.texts());
                default -> element.texts.put(name, json.text(""));
            }
        }
        return element;
    }

    private Place place() throws IOException {
        Map<String, String> texts = json.beginObject() ? members() : Map.of();
        return new Place(
                texts.getOrDefault("path", ""),
                number(texts, "line"),
                number(texts, "column"),
                number(texts, "endLine"),
                texts.get("logical"));
    }

    private int number(Map<String, String> texts, String name) throws IOException {
        try {
            return Integer.parseInt(texts.getOrDefault(name, "0"));
        } catch (NumberFormatException e) {
            throw json.malformed("expected " + name + " to be a whole number");
        }
    }

    private List<CweClaim> cwes() throws IOException {
        List<CweClaim> claims = new ArrayList<>();
        if (json.beginArray()) {
            while (json.nextElement()) {
                Map<String, String> texts = json.beginObject() ? members() : Map.of();
                claims.add(new CweClaim(
                        number(texts, "cwe"), word(CweClaim.Basis.class, texts.getOrDefault("basis", ""))));
            }
        }
        return claims;
    }

    private <E extends Enum<E>> E word(Class<E> type, String word) throws IOException {
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw json.malformed("found the unknown word \"" + word + "\"");
        }
    }

    /** What was read of one element, before it is known to be whole. */
    private final class Element {
        private final String kind;
        private final Map<String, String> texts = new HashMap<>();
        private final Map<String, List<String>> lists = new HashMap<>();
        private List<CweClaim> cwes = List.of();

        @CheckForNull
        private Place place;

        Element(String kind) {
            this.kind = kind;
        }

        Finding finding() throws IOException {
            String baseline = texts.get("baseline");
            return new Finding(
                    must("tool"),
                    must("rule"),
                    texts.get("title"),
                    must("message"),
                    Severity.ofId(must("severity")).orElseThrow(() -> json.malformed("found an unknown severity")),
                    score(),
                    place,
                    cwes,
                    lists.getOrDefault("advisories", List.of()),
                    texts.get("component"),
                    texts.get("fixedIn"),
                    texts.get("help"),
                    new Finding.State(
                            word(Finding.Kind.class, texts.getOrDefault("kind", "fail")),
                            texts.get("suppression"),
                            baseline == null ? null : word(Finding.Baseline.class, baseline)),
                    must("fingerprint"));
        }

        Component component() throws IOException {
            return new Component(
                    must("type"),
                    texts.get("group"),
                    must("name"),
                    texts.get("version"),
                    texts.get("purl"),
                    lists.getOrDefault("licences", List.of()),
                    Boolean.parseBoolean(must("hashed")),
                    texts.get("supplier"));
        }

        TestCase testCase() throws IOException {
            return new TestCase(
                    must("suite"),
                    must("class"),
                    must("name"),
                    word(TestCase.Result.class, must("result")),
                    real(must("seconds")),
                    texts.get("message"));
        }

        VexStatement vex() throws IOException {
            return new VexStatement(
                    must("vulnerability"),
                    lists.getOrDefault("products", List.of()),
                    word(VexStatement.Status.class, must("status")),
                    texts.get("justification"),
                    texts.get("detail"));
        }

        private String must(String name) throws IOException {
            String text = texts.get(name);
            if (text == null) {
                throw json.malformed("a " + kind + " lacks its " + name);
            }
            return text;
        }

        @CheckForNull
        private Double score() throws IOException {
            String score = texts.get("score");
            return score == null ? null : real(score);
        }

        private double real(String text) throws IOException {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw json.malformed("expected a number, found \"" + text + "\"");
            }
        }
    }
}
