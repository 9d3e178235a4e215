package io.jenkins.plugins.compliance.cli;

import io.jenkins.plugins.compliance.engine.evidence.form.LedgerHead;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verdict;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verification;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyProblem;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** A verification for people and for machines. */
final class VerificationText {
    private VerificationText() {}

    /**
     * Prints a verification for people.
     *
     * @param keyless whether no key was given
     */
    static void print(Verification verification, boolean keyless, PrintWriter out) {
        LedgerHead head = verification.head();
        if (head != null) {
            String claimed = verification.verdict() == Verdict.HELD ? "" : " (as the head says)";
            row(out, "job", head.identity().job() + " of " + head.identity().controller() + claimed);
            row(out, "ledger", head.ledger());
            row(out, "entries", head.from() + " to " + head.last() + ", the last one of " + head.recordedAt());
            row(out, "head", head.digest());
        }
        Verification.Checked checked = verification.checked();
        row(
                out,
                "checked",
                count(checked.entries(), "entry", "entries") + ", "
                        + count(checked.signatures(), "signature", "signatures") + ", "
                        + count(checked.files(), "file", "files"));
        for (VerifyProblem problem : verification.problems()) {
            row(out, label(problem), problem.toString());
        }
        long more = verification.problemCount() - verification.problems().size();
        if (more > 0) {
            row(out, "", "and " + more + " more");
        }
        if (keyless) {
            row(out, "", "give the recorder's public key with --key");
        }
        out.println(conclusion(verification.verdict()));
    }

    /** A verification as one JSON object. */
    static String json(Verification verification) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonOutput json = JsonOutput.indented(bytes)) {
            json.beginObject().member("verdict", verification.verdict().id());
            LedgerHead head = verification.head();
            if (head != null) {
                json.beginObject("head")
                        .member("ledger", head.ledger())
                        .member("controller", head.identity().controller())
                        .member("job", head.identity().job())
                        .member("from", head.from())
                        .member("last", head.last())
                        .member("digest", head.digest())
                        .member("recordedAt", head.recordedAt().toString())
                        .endObject();
            }
            Verification.Checked checked = verification.checked();
            json.beginObject("checked")
                    .member("entries", checked.entries())
                    .member("bytes", checked.bytes())
                    .member("signatures", checked.signatures())
                    .member("files", checked.files())
                    .member("filesNotIncluded", checked.filesNotIncluded())
                    .endObject();
            json.member("problemCount", verification.problemCount()).beginArray("problems");
            for (VerifyProblem problem : verification.problems()) {
                json.beginObject()
                        .member("sequence", problem.sequence())
                        .member("what", problem.what().id())
                        .member("verdict", problem.verdict().id())
                        .member("detail", problem.detail())
                        .endObject();
            }
            json.endArray().endObject().line();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String label(VerifyProblem problem) {
        return switch (problem.verdict()) {
            case HELD -> "note";
            case UNDECIDED -> "unclear";
            case BROKEN -> "broken";
        };
    }

    private static String conclusion(Verdict verdict) {
        return switch (verdict) {
            case HELD -> "Verified: all of it holds. Note the head's digest; --head DIGEST shows a later rollback.";
            case UNDECIDED -> "Not verified: it could not be told whether it holds.";
            case BROKEN -> "Broken: this is not what was recorded.";
        };
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static void row(PrintWriter out, String name, String value) {
        out.printf("%-8s %s%n", name, DisplayText.line(value));
    }
}
