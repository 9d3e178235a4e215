package io.jenkins.plugins.compliance.engine.report.sarif;

import io.jenkins.plugins.compliance.engine.io.KeptText;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import io.jenkins.plugins.compliance.engine.io.json.JsonInput;
import io.jenkins.plugins.compliance.engine.report.Problem;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * One reading of a {@code sarifLog} (section 3.13).
 *
 * <p>The members of a run may come in any order, and results refer to most of the others. Results are handed on as they are
 * read as long as everything that they refer to is known, which is so for nearly all tools. At the first result that refers to
 * something further down, the reading goes on without results to the end, keeps the other parts of the runs, and then reads the
 * report once more from that result on. No result is ever kept.
 */
final class SarifLog {
    private static final String VERSION = "2.1.";

    private final ReportSource source;
    private final ReportCollector collector;
    private final Limits limits;
    private final KeptText kept;
    private final Map<Integer, SurveyedRun> surveyed = new HashMap<>();
    private boolean again;
    private int runs;

    SarifLog(ReportSource source, ReportCollector collector, Limits limits) {
        this.source = source;
        this.collector = collector;
        this.limits = limits;
        this.kept = new KeptText(limits);
    }

    /**
     * A run of which not all results were handed on in the first pass.
     *
     * @param parts the other parts of it
     * @param handedOn how many results were
     */
    private record SurveyedRun(RunParts parts, long handedOn) {}

    void read() throws IOException {
        IOException broken = null;
        try {
            pass();
        } catch (IOException e) {
            if (surveyed.isEmpty()) {
                throw e;
            }
            broken = e;
        }
        if (!surveyed.isEmpty()) {
            again = true;
            pass();
        }
        if (broken != null) {
            throw broken;
        }
    }

    private void pass() throws IOException {
        try (InputStream in = source.open();
                JsonCursor json = JsonInput.open(in, source.name(), limits)) {
            if (!json.beginObject()) {
                throw json.malformed("not SARIF: expected an object with runs");
            }
            runs = 0;
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                switch (name) {
                    case "version" -> version(json);
                    case "runs" -> runs(json);
                    default -> {}
                }
            }
            json.end();
            if (runs == 0) {
                collector.problem(
                        Problem.Kind.MISSING_PART, "", "the report has no runs: nothing says that a tool ran");
            }
        }
    }

    private void version(JsonCursor json) throws IOException {
        String version = json.text("");
        if (!version.startsWith(VERSION)) {
            throw json.malformed("SARIF version " + (version.isEmpty() ? "(none)" : version)
                    + " can't be read, only 2.1.0: convert the report or let the tool write that version");
        }
        collector.formatVersion(version);
    }

    private void runs(JsonCursor json) throws IOException {
        if (json.beginArray()) {
            while (json.nextElement()) {
                run(json, runs++);
            }
        }
    }

    private void run(JsonCursor json, int index) throws IOException {
        SurveyedRun known = again ? surveyed.get(index) : null;
        if (again && known == null) {
            json.skip();
            return;
        }
        String path = json.path();
        RunParts parts = known == null ? new RunParts(kept) : known.parts();
        RunResults results =
                new RunResults(source, collector, limits, parts, again, known == null ? 0 : known.handedOn());
        if (!again && !surveyed.isEmpty()) {
            results.await();
        }
        try {
            members(json, parts, results);
        } finally {
            if (results.waiting()) {
                surveyed.put(index, new SurveyedRun(parts, results.handedOn()));
            }
        }
        if (!results.waiting()) {
            for (RunParts.Part part : results.missed()) {
                collector.problem(
                        Problem.Kind.MISSING_PART,
                        path + "." + part.member(),
                        "stands after the results, too far to be foreseen: the results were read without it");
            }
            RunSummary.report(parts, path, results.present(), results.handedOn(), collector);
        }
    }

    private void members(JsonCursor json, RunParts parts, RunResults results) throws IOException {
        if (!json.beginObject()) {
            return;
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (name.equals("results")) {
                results.read(json);
            } else if (!again) {
                parts.read(name, json);
            }
        }
    }
}
