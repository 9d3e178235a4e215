package io.jenkins.plugins.compliance.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.scan.Launch;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution.End;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of the preparation of a run.
 *
 * @param state whether it can be started
 * @param why why not; null when it can
 */
record Preparation(State state, @CheckForNull Phrase why) {
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
    static final Preparation READY = new Preparation(State.READY, null);

    static Preparation of(Launch.Refused refused) {
        return new Preparation(refused.end() == End.ABSENT ? State.ABSENT : State.IMPOSSIBLE, refused.why());
    }

    void write(AgentReply reply) throws IOException {
        reply.number(state.ordinal());
        if (why != null) {
            reply.reason(why);
        }
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
                State state = answer.constant(State.values());
                preparations.add(state == State.READY ? READY : new Preparation(state, answer.reason()));
            }
            return preparations;
        });
    }
}
