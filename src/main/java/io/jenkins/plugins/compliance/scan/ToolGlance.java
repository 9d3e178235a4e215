package io.jenkins.plugins.compliance.scan;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a run is, as an agent told it.
 *
 * @param state how far
 * @param startedAgo how long ago it was started, by the agent's clock alone
 * @param endedAgo how long ago the tool ended, by the agent's clock alone
 * @param exitCode its exit code; 0 when it did not end
 * @param versionAsked whether the tool has answered which version it is
 * @param report size of the report in bytes
 * @param output size of the larger one of its outputs in bytes
 */
record ToolGlance(
        State state,
        Duration startedAgo,
        Duration endedAgo,
        int exitCode,
        boolean versionAsked,
        long report,
        long output) {
    /** How far a run is. */
    enum State {
        /** What was prepared for it is not there any more. */
        GONE,
        /** It was not started. */
        NOT_STARTED,
        /** It was started and did not end. */
        RUNNING,
        /** The tool ended. */
        ENDED
    }

    private static final int BYTES_EACH = 64;

    /**
     * Reads what {@link LookAtTools} answered.
     *
     * @param tools for how many tools
     * @throws IOException when it is not in that form
     */
    static List<ToolGlance> read(byte[] bytes, int tools) throws IOException {
        return AgentAnswer.read(bytes, tools * BYTES_EACH, answer -> {
            List<ToolGlance> glances = new ArrayList<>();
            for (int i = 0; i < tools; i++) {
                glances.add(new ToolGlance(
                        answer.constant(State.values()),
                        Duration.ofMillis(answer.amount()),
                        Duration.ofMillis(answer.amount()),
                        answer.number(),
                        answer.flag(),
                        answer.amount(),
                        answer.amount()));
            }
            return glances;
        });
    }
}
