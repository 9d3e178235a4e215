package io.jenkins.plugins.compliance.engine.report;

import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;

/**
 * Reads a format that is written in JSON and in XML.
 *
 * @param format id of the format
 * @param title name of the format for people
 * @param json reads it in JSON
 * @param xml reads it in XML
 */
record JsonOrXmlReader(String format, String title, ReportReader json, ReportReader xml) implements ReportReader {
    @Override
    public boolean recognises(Sample sample) {
        return json.recognises(sample) || xml.recognises(sample);
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        boolean inXml = new FormatProbe(limits).sample(source).syntax() == Sample.Syntax.XML;
        (inXml ? xml : json).read(source, collector, limits);
    }
}
