package io.jenkins.plugins.compliance.engine.evidence.fact;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.BrokenEnvelopeException;
import io.jenkins.plugins.compliance.engine.evidence.KeptFile;
import io.jenkins.plugins.compliance.engine.evidence.Sha256;
import io.jenkins.plugins.compliance.engine.evidence.StatementMembers;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what a report held. The counterpart of {@link ReportFactWriter}. */
public final class ReportFactReader {
    static final String PROBLEMS = "problems";
    private static final String PROBLEM_CODES = "problemCodes";

    private final Map<String, KeptFile> files;
    private final List<Optional<Phrase>> problemCodes = new ArrayList<>();
    private final List<Tally.Cell> cells = new ArrayList<>();
    private ReportSummary.ComponentCounts components = ReportSummary.ComponentCounts.NONE;
    private ReportSummary.TestCounts tests = ReportSummary.TestCounts.NONE;

    private ReportFactReader(Map<String, KeptFile> files) {
        this.files = files;
    }

    /**
     * Reads one report.
     *
     * @param files the files that the entry vouches for, by name
     */
    public static ReportFact read(JsonCursor json, Map<String, KeptFile> files)
            throws IOException, BrokenEnvelopeException {
        return new ReportFactReader(files).report(json);
    }

    private ReportFact report(JsonCursor json) throws IOException, BrokenEnvelopeException {
        StatementMembers members = StatementMembers.of(json, "reports", (name, value) -> {
            switch (name) {
                case "tally" -> tally(value);
                case "components" -> components = components(StatementMembers.of(value, "components"));
                case PROBLEM_CODES -> problemCodes.addAll(RecordedReasons.readCodes(value));
                case "tests" -> tests = tests(StatementMembers.of(value, "tests"));
                default -> {
                    return false;
                }
            }
            return true;
        });
        KeptFile file = file(members.optional("file"));
        KeptFile details = file(members.optional("details"));
        return new ReportFact(
                file == null ? null : file.name(),
                members.text("format"),
                file == null ? members.count("size") : file.size(),
                file == null ? digest(members) : file.sha256(),
                members.truth("complete"),
                members.count("results"),
                members.count("suppressed"),
                new Tally(cells),
                components,
                tests,
                RecordedReasons.of(members.list(PROBLEMS), problemCodes),
                details == null ? null : new ReportFact.Details(details.name(), details.size(), details.sha256()),
                members.optional("validUntil") == null ? null : members.moment("validUntil"));
    }

    private @CheckForNull KeptFile file(@CheckForNull String name) throws BrokenEnvelopeException {
        if (name == null) {
            return null;
        }
        KeptFile file = files.get(name);
        if (file == null) {
            throw new BrokenEnvelopeException("one of its reports names a file that is not in its list of files");
        }
        return file;
    }

    private static String digest(StatementMembers members) throws BrokenEnvelopeException {
        String digest = members.text("sha256");
        if (!Sha256.isHex(digest)) {
            throw members.wrong("sha256");
        }
        return digest;
    }

    private void tally(JsonCursor json) throws IOException, BrokenEnvelopeException {
        if (json.beginArray()) {
            while (json.nextElement()) {
                cells.add(cell(StatementMembers.of(json, "tally")));
            }
        }
    }

    private static Tally.Cell cell(StatementMembers cell) throws BrokenEnvelopeException {
        List<Integer> cwes = new ArrayList<>();
        for (String cwe : cell.list("cwes")) {
            try {
                cwes.add(Integer.valueOf(cwe));
            } catch (NumberFormatException e) {
                throw cell.wrong("cwes");
            }
        }
        Severity severity = Severity.ofId(cell.text("severity")).orElseThrow(() -> cell.wrong("severity"));
        return new Tally.Cell(severity, cwes, age(cell), cell.count("count"));
    }

    private static Tally.Age age(StatementMembers cell) throws BrokenEnvelopeException {
        String text = cell.text("age");
        for (Tally.Age age : Tally.Age.values()) {
            if (age.name().toLowerCase(Locale.ROOT).equals(text)) {
                return age;
            }
        }
        throw cell.wrong("age");
    }

    private static ReportSummary.ComponentCounts components(StatementMembers counts) throws BrokenEnvelopeException {
        return new ReportSummary.ComponentCounts(
                counts.count("total"),
                counts.count("withVersion"),
                counts.count("withPurl"),
                counts.count("withLicence"),
                counts.count("withHash"),
                counts.count("dependencyEdges"));
    }

    private static ReportSummary.TestCounts tests(StatementMembers counts) throws BrokenEnvelopeException {
        return new ReportSummary.TestCounts(
                counts.count("suites"),
                counts.count("passed"),
                counts.count("failed"),
                counts.count("errors"),
                counts.count("skipped"));
    }
}
