package io.jenkins.plugins.compliance.steps;

import io.jenkins.plugins.compliance.engine.assess.Gate;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import java.io.PrintStream;
import java.util.stream.Collectors;

/** Tells in the log of a build what a gate decided: which procedures keep it closed, why, and what to do. */
final class GateLog {
    private final PrintStream out;

    GateLog(PrintStream out) {
        this.out = out;
    }

    void print(Gate.Decision decision) {
        out.println(
                decision.open()
                        ? Messages.GateLog_open(decision.mode().id())
                        : Messages.GateLog_closed(
                                decision.mode().id(), decision.failing().size()));
        decision.failing().forEach(this::print);
    }

    private void print(ProcedureResult result) {
        Procedure procedure = result.procedure();
        out.println("  " + result.outcome().id() + "  " + line(procedure.id() + ": " + procedure.title()));
        out.println("    " + line(result.explanation().summary().toString()));
        result.explanation().reasons().forEach(reason -> out.println("    - " + line(reason.toString())));
        out.println("    " + Messages.GateLog_todo(line(procedure.statement())));
        out.println("    "
                + Messages.GateLog_requirements(procedure.satisfies().stream()
                        .map(claim -> String.valueOf(claim.requirement()))
                        .collect(Collectors.joining(", "))));
    }

    /** One line without control characters: reasons quote reports, and a log interprets escapes. */
    static String line(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
