package io.jenkins.plugins.compliance.engine.report;

import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import java.io.IOException;
import java.util.function.Function;

/** Turns the result elements of a report into what they mean; one that has not the shape it should costs itself alone. */
public final class Elements {
    private final ReportCollector collector;

    /** @param gathering where the elements go */
    public Elements(ReportCollector collector) {
        this.collector = collector;
    }

    /** Takes what an element means. */
    @FunctionalInterface
    public interface Taker<T> {
        /** Takes one. */
        void take(T meaning) throws IOException;
    }

    /** One result element that is a finding. */
    public void finding(String where, ElementTree element, Function<ElementTree, Finding> mapping) throws IOException {
        add(where, element, mapping, collector::finding);
    }

    /** One result element. */
    public <T> void add(String where, ElementTree element, Function<ElementTree, T> mapping, Taker<T> taker)
            throws IOException {
        T meaning;
        try {
            meaning = mapping.apply(element.object());
        } catch (ElementTree.ShapeException e) {
            collector.badResult(where, String.valueOf(e.getMessage()));
            return;
        }
        taker.take(meaning);
    }
}
