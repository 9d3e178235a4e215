package io.jenkins.plugins.compliance.scan;

import io.jenkins.plugins.compliance.engine.scan.ToolExecution.End;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of the preparation of a run.
 *
 * @param state whether it can be started
 * @param detail why not; empty when it can
 */
record Preparation(State state, String detail) {
    /** Whether a run can be started. */
    enum State {
        /** It can. */
        READY,
        /** The tool is not there. */
        ABSENT,
        /** It is there and can't be started like that. */
        IMPOSSIBLE;

        /** How a run ends that never began. */
        End end() {
            return this == ABSENT ? End.ABSENT : End.NOT_STARTED;
        }
    }

    private static final int BYTES_EACH = 10_000;

    /** It can be started. */
    static final Preparation READY = new Preparation(State.READY, "");

    void write(AgentReply reply) throws IOException {
        reply.number(state.ordinal()).text(detail);
    }

    /**
     * Reads what {@link PrepareTools} answered.
     *
     * @param tools of how many tools
     * @throws IOException when it is not in that form
     */
    static List<Preparation> read(byte[] bytes, int tools) throws IOException {
        return AgentAnswer.read(bytes, tools * BYTES_EACH, answer -> {
            List<Preparation> preparations = new ArrayList<>();
            for (int i = 0; i < tools; i++) {
                preparations.add(new Preparation(answer.constant(State.values()), answer.text()));
            }
            return preparations;
        });
    }
}
