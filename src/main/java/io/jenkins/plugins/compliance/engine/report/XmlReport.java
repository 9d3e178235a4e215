package io.jenkins.plugins.compliance.engine.report;

import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.xml.XmlCursor;
import io.jenkins.plugins.compliance.engine.io.xml.XmlInput;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Function;

/** A report in XML while it is read, one result element at a time. */
public final class XmlReport {
    private final XmlCursor xml;
    private final Elements elements;

    private XmlReport(XmlCursor xml, ReportCollector collector) {
        this.xml = xml;
        this.elements = new Elements(collector);
    }

    /** Reads one document. */
    @FunctionalInterface
    public interface Body {
        /** The cursor stands on the root element. */
        void read(XmlCursor xml, XmlReport report) throws IOException;
    }

    /** Opens a report, reads it and makes sure that it ends properly. */
    public static void read(ReportSource source, ReportCollector collector, Limits limits, Body body)
            throws IOException {
        try (InputStream in = source.open()) {
            XmlCursor xml = XmlInput.open(in, source.name(), limits);
            body.read(xml, new XmlReport(xml, collector));
            xml.finish();
        }
    }

    /**
     * Makes sure that the report is what it is taken for.
     *
     * @param root name of its root element, on which the cursor stands
     * @param whose what it should be, for instance {@code a PMD}
     */
    public void require(String root, String whose) throws IncompleteReportException {
        if (!xml.name().equals(root)) {
            throw new IncompleteReportException(
                    "the root element is <" + xml.name() + ">, not <" + root + ">: not " + whose + " report");
        }
    }

    /** The element on which the cursor stands is a result, a finding. */
    public void finding(Function<ElementTree, Finding> mapping) throws IOException {
        finding(Set.of(), mapping);
    }

    /** The element on which the cursor stands is a result, a finding; children of some names are not needed for it. */
    public void finding(Set<String> without, Function<ElementTree, Finding> mapping) throws IOException {
        String where = where();
        elements.finding(where, xml.fragment(without), mapping);
    }

    /** The element on which the cursor stands is a result of any sort. */
    public <T> void element(Set<String> without, Function<ElementTree, T> mapping, Elements.Taker<T> taker)
            throws IOException {
        String where = where();
        elements.add(where, xml.fragment(without), mapping, taker);
    }

    /** Where the cursor stands, for people: {@code line 12}. */
    public String where() {
        return "line " + xml.line();
    }
}
