package io.jenkins.plugins.compliance.engine.policy.pack;

import io.jenkins.plugins.compliance.engine.io.document.DocumentProblem;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A pack can't be used. The message lists its mistakes, one a line. */
public final class InvalidPolicyException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private final transient List<DocumentProblem> problems;

    /**
     * @param location the pack, as people named it
     * @param problems its mistakes
     */
    public InvalidPolicyException(String location, List<DocumentProblem> problems) {
        super(message(location, problems));
        this.problems = List.copyOf(problems);
    }

    /** The mistakes of the pack. */
    public List<DocumentProblem> problems() {
        return problems;
    }

    private static String message(String location, List<DocumentProblem> problems) {
        String shown = problems.stream().limit(SHOWN).map(each -> "\n  " + each).collect(Collectors.joining());
        String rest = problems.size() > SHOWN ? "\n  and " + (problems.size() - SHOWN) + " more" : "";
        return "the policy pack " + location + " has mistakes:" + shown + rest;
    }
}
