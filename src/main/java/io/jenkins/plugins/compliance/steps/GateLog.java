package io.jenkins.plugins.compliance.steps;

import io.jenkins.plugins.compliance.engine.assess.Gate;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.record.log.BuildLog;
import java.util.stream.Collectors;

/** Tells in the log of a build what a gate decided: which procedures keep it closed, why, and what to do. */
final class GateLog {
    private final BuildLog log;

    GateLog(BuildLog log) {
        this.log = log;
    }

    void print(Gate.Decision decision) {
        log.line(
                decision.open()
                        ? Messages.GateLog_open(decision.mode().id())
                        : Messages.GateLog_closed(
                                decision.mode().id(), decision.failing().size()));
        decision.failing().forEach(this::print);
    }

    private void print(ProcedureResult result) {
        Procedure procedure = result.procedure();
        log.line("  " + result.outcome().id() + "  " + procedure.id() + ": " + procedure.title());
        log.line("    " + result.explanation().summary());
        result.explanation().reasons().forEach(reason -> log.line("    - " + reason));
        log.line("    " + Messages.GateLog_todo(procedure.statement()));
        log.line("    "
                + Messages.GateLog_requirements(procedure.satisfies().stream()
                        .map(claim -> String.valueOf(claim.requirement()))
                        .collect(Collectors.joining(", "))));
    }
}
