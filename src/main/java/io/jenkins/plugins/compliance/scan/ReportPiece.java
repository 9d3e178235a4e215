package io.jenkins.plugins.compliance.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.time.Duration;

/**
 * A piece of a report, as an agent told it.
 *
 * @param age how long ago the report was last written, by the agent's clock alone
 * @param bytes the piece
 */
record ReportPiece(Duration age, byte[] bytes) {
    private static final int OVERHEAD = 64;

    /**
     * Reads what {@link ReadReport} answered.
     *
     * @param most how many bytes were asked for
     * @return null when there is no report
     * @throws IOException when it is not in that form, or more than was asked for
     */
    @CheckForNull
    static ReportPiece read(byte[] answered, int most) throws IOException {
        return AgentAnswer.read(
                answered,
                most + OVERHEAD,
                answer ->
                        answer.flag() ? new ReportPiece(Duration.ofMillis(answer.amount()), answer.bytes(most)) : null);
    }
}
