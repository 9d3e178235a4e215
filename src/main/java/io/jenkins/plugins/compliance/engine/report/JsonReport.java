package io.jenkins.plugins.compliance.engine.report;

import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import io.jenkins.plugins.compliance.engine.io.json.JsonElements;
import io.jenkins.plugins.compliance.engine.io.json.JsonInput;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A report in JSON while it is read: its result elements one at a time, its other parts only where they are wanted. */
public final class JsonReport {
    private final JsonCursor json;
    private final ReportCollector collector;
    private final Limits limits;
    private final Elements elements;

    private JsonReport(JsonCursor json, ReportCollector collector, Limits limits) {
        this.json = json;
        this.collector = collector;
        this.limits = limits;
        this.elements = new Elements(collector);
    }

    /** Reads one document. */
    @FunctionalInterface
    public interface Body {
        /** The report's cursor stands at the root value. */
        void read(JsonReport report) throws IOException;
    }

    /** Does something where the cursor stands. */
    @FunctionalInterface
    public interface Step {
        /** What is not read of the value is skipped. */
        void run() throws IOException;
    }

    /** Opens a report that is one document, reads it and makes sure that nothing follows it. */
    public static void read(ReportSource source, ReportCollector collector, Limits limits, Body body)
            throws IOException {
        try (InputStream in = source.open();
                JsonCursor json = JsonInput.open(in, source.name(), limits)) {
            body.read(new JsonReport(json, collector, limits));
            json.end();
        }
    }

    /** Opens a report of several documents, one after the other, and reads each. */
    public static void readEach(ReportSource source, ReportCollector collector, Limits limits, Body body)
            throws IOException {
        try (InputStream in = source.open();
                JsonCursor json = JsonInput.open(in, source.name(), limits)) {
            JsonReport report = new JsonReport(json, collector, limits);
            do {
                body.read(report);
                json.leaveTo(0);
            } while (json.nextDocument());
        }
    }

    /** The cursor. */
    public JsonCursor json() {
        return json;
    }

    /** Whether the cursor stands at an array. */
    public boolean atArray() {
        return json.kind() == JsonCursor.Kind.ARRAY;
    }

    /** The value at which the cursor stands. */
    public ElementTree fragment() throws IOException {
        return JsonElements.read(json, limits);
    }

    /** The object at which the cursor stands, with large members taken on a detour. */
    public ElementTree fragment(Map<String, JsonElements.Detour> detours) throws IOException {
        return JsonElements.read(json, limits, detours);
    }

    /** The object at which the cursor stands, with these members alone. */
    public ElementTree outline(Set<String> keep, Map<String, JsonElements.Detour> detours) throws IOException {
        return JsonElements.outline(json, limits, keep, detours);
    }

    /** Goes through the items of the array, or the members of the object, at which the cursor stands; null has none. */
    public void each(Step step) throws IOException {
        switch (json.kind()) {
            case NULL -> json.skip();
            case ARRAY -> {
                json.beginArray();
                while (json.nextElement()) {
                    within(step);
                }
            }
            case OBJECT -> {
                json.beginObject();
                while (json.nextName() != null) {
                    within(step);
                }
            }
            default -> throw json.malformed("expected a list here");
        }
    }

    /** Goes through objects that hold result elements; an item that is no object is a problem and costs no other. */
    public void eachObject(Step step) throws IOException {
        each(() -> {
            if (json.kind() == JsonCursor.Kind.OBJECT) {
                step.run();
            } else {
                collector.problem(Problem.Kind.BAD_ELEMENT, json.path(), "is not an object");
            }
        });
    }

    /** Goes through result elements, each a finding. */
    public void findings(Function<ElementTree, Finding> mapping) throws IOException {
        each(() -> finding(mapping));
    }

    /** One result element, a finding. */
    public void finding(Function<ElementTree, Finding> mapping) throws IOException {
        String where = json.path();
        elements.finding(where, fragment(), mapping);
    }

    /** Goes through result elements of any sort. */
    public <T> void elements(Function<ElementTree, T> mapping, Elements.Taker<T> taker) throws IOException {
        each(() -> {
            String where = json.path();
            elements.add(where, fragment(), mapping, taker);
        });
    }

    /** Where the elements go. */
    public ReportCollector collector() {
        return collector;
    }

    /** Makes sure that the report had a section; without it nobody can tell that the scan took place. */
    public static void require(ElementTree outline, String section, String format) throws IncompleteReportException {
        if (!outline.has(section)) {
            throw new IncompleteReportException("has no \"" + section + "\": not a whole " + format + " report");
        }
    }

    private void within(Step step) throws IOException {
        int depth = json.depth();
        step.run();
        json.leaveTo(depth);
    }
}
