package io.jenkins.plugins.compliance.cli;

import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import java.io.PrintWriter;
import java.util.List;

/**
 * Prints the procedures that nobody gave evidence for, a line each: who begins with a policy has a hundred of them, which would
 * hide the few that evidence speaks against.
 */
final class MissingList {
    private final PrintWriter out;
    private final Style text;

    MissingList(PrintWriter out, Style text) {
        this.out = out;
        this.text = text;
    }

    void print(List<ProcedureResult> missing) {
        if (missing.isEmpty()) {
            return;
        }
        out.printf(
                "%n%s: no evidence yet for %d %s; what each asks and why: the report, --all, or%n"
                        + "compliance assess EVIDENCE --explain ID%n",
                text.outcome(Outcome.MISSING, 0), missing.size(), missing.size() == 1 ? "procedure" : "procedures");
        int width = missing.stream()
                .mapToInt(each -> each.procedure().id().length())
                .max()
                .orElse(0);
        for (Procedure.Role role : Procedure.Role.values()) {
            List<ProcedureResult> ofRole = missing.stream()
                    .filter(each -> each.procedure().role() == role)
                    .toList();
            if (!ofRole.isEmpty()) {
                out.printf("%n%s%n", text.bold("for " + role.id() + ", " + ofRole.size()));
                for (ProcedureResult each : ofRole) {
                    out.printf(
                            "  %-" + width + "s  %s%n",
                            each.procedure().id(),
                            DisplayText.line(each.procedure().title()));
                }
            }
        }
    }
}
