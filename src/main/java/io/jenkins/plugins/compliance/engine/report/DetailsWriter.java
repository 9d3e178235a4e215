package io.jenkins.plugins.compliance.engine.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Component;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.Place;
import io.jenkins.plugins.compliance.engine.report.finding.TestCase;
import io.jenkins.plugins.compliance.engine.report.finding.VexStatement;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Keeps the normalised elements of a report: JSON Lines, a header {@code {"details":1}} and then one element a line under the
 * name of its kind ({@code finding}, {@code component}, {@code test}, {@code vex}), in the order of the report. The same elements
 * give the same bytes. {@link DetailsReader} reads it back.
 */
public final class DetailsWriter implements ReportSink, Closeable {
    /** The version of the format that is written. */
    static final int SCHEMA = 1;

    private final JsonOutput json;

    /** Writes the header. The stream is flushed by {@link #close()}, and left open. */
    public DetailsWriter(OutputStream out) throws IOException {
        json = JsonOutput.compact(out);
        json.beginObject().member("details", SCHEMA).endObject().line();
    }

    @Override
    public void finding(Finding finding) throws IOException {
        json.beginObject()
                .beginObject("finding")
                .member("tool", finding.tool())
                .member("rule", finding.rule())
                .optional("title", finding.title())
                .member("message", finding.message())
                .member("severity", finding.severity().id())
                .optional("score", finding.score());
        place(finding.place());
        if (!finding.cwes().isEmpty()) {
            json.beginArray("cwes");
            for (CweClaim claim : finding.cwes()) {
                json.beginObject()
                        .member("cwe", claim.cwe())
                        .member("basis", word(claim.basis()))
                        .endObject();
            }
            json.endArray();
        }
        if (!finding.advisories().isEmpty()) {
            json.member("advisories", finding.advisories());
        }
        json.optional("component", finding.component())
                .optional("fixedIn", finding.fixedIn())
                .optional("help", finding.help());
        Finding.State state = finding.state();
        if (state.kind() != Finding.Kind.FAIL) {
            json.member("kind", word(state.kind()));
        }
        json.optional("suppression", state.suppression());
        Finding.Baseline baseline = state.baseline();
        if (baseline != null) {
            json.member("baseline", word(baseline));
        }
        json.member("fingerprint", finding.fingerprint())
                .endObject()
                .endObject()
                .line();
    }

    private void place(@CheckForNull Place place) throws IOException {
        if (place != null) {
            json.beginObject("place").member("path", place.path());
            number("line", place.line());
            number("column", place.column());
            number("endLine", place.endLine());
            json.optional("logical", place.logical()).endObject();
        }
    }

    private void number(String name, int number) throws IOException {
        if (number != 0) {
            json.member(name, number);
        }
    }

    @Override
    public void component(Component component) throws IOException {
        json.beginObject()
                .beginObject("component")
                .member("type", component.type())
                .optional("group", component.group())
                .member("name", component.name())
                .optional("version", component.version())
                .optional("purl", component.purl());
        if (!component.licences().isEmpty()) {
            json.member("licences", component.licences());
        }
        json.member("hashed", component.hashed())
                .optional("supplier", component.supplier())
                .endObject()
                .endObject()
                .line();
    }

    @Override
    public void testCase(TestCase testCase) throws IOException {
        json.beginObject()
                .beginObject("test")
                .member("suite", testCase.suite())
                .member("class", testCase.className())
                .member("name", testCase.name())
                .member("result", word(testCase.result()))
                .member("seconds", testCase.seconds())
                .optional("message", testCase.message())
                .endObject()
                .endObject()
                .line();
    }

    @Override
    public void vex(VexStatement statement) throws IOException {
        json.beginObject()
                .beginObject("vex")
                .member("vulnerability", statement.vulnerability())
                .member("products", statement.products())
                .member("status", word(statement.status()))
                .optional("justification", statement.justification())
                .optional("detail", statement.detail())
                .endObject()
                .endObject()
                .line();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
