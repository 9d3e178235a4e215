package io.jenkins.plugins.compliance.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.report.secrets.Redaction;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a tool printed, as an agent told it.
 *
 * @param out standard output, shortened
 * @param err standard error, shortened
 * @param version what it printed when it was asked for its version
 */
record ToolOutput(String out, String err, String version) {
    private static final int OVERHEAD = 4_096;

    /**
     * Reads what {@link ReadOutput} answered.
     *
     * @param most how many bytes each output may have
     * @throws IOException when it is not in that form, or more than was asked for
     */
    static ToolOutput read(byte[] answered, int most) throws IOException {
        int each = most + OVERHEAD / 4;
        return AgentAnswer.read(
                answered,
                3 * most + OVERHEAD,
                answer -> new ToolOutput(text(answer.bytes(each)), text(answer.bytes(each)), text(answer.bytes(each))));
    }

    /** The version that it states; null when it does not. */
    @CheckForNull
    String version(@CheckForNull ScanTool.VersionQuery query) {
        return query == null ? null : query.version(version);
    }

    /** The same with each secret replaced by asterisks. */
    ToolOutput without(List<String> secrets) {
        return new ToolOutput(masked(out, secrets), masked(err, secrets), masked(version, secrets));
    }

    /** Both outputs, one after the other. */
    String all() {
        return out.isEmpty() || err.isEmpty() ? out + err : out + "\n" + err;
    }

    /** The last lines that are not blank, without secrets of known shapes: those of many lines too, though they begin further up. */
    List<String> lastLines(int most) {
        List<String> lines =
                Redaction.of(all()).lines().filter(line -> !line.isBlank()).toList();
        return lines.subList(Math.max(0, lines.size() - most), lines.size());
    }

    private static String masked(String text, List<String> secrets) {
        String masked = text;
        for (String secret : secrets) {
            masked = secret.isEmpty() ? masked : masked.replace(secret, "****");
        }
        return masked;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
