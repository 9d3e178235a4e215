package io.jenkins.plugins.compliance.engine.report.sarif;

import io.jenkins.plugins.compliance.engine.report.ReportSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Looks ahead in the bytes of a report for parts that results may refer to and that nothing obliges to come before the results.
 * Where nothing of the kind follows, which is the rule, the results can be read at once. A name that only occurs inside a text
 * costs a second reading and nothing else.
 *
 * <p>What follows the results stands at the end of a report, so that of a large one only the end is looked at. A part that stands
 * before that is noticed when it is met, see {@link RunResults#missed}.
 */
final class LaterParts {
    private static final Map<RunParts.Part, byte[]> NAMES = Map.of(
            RunParts.Part.URI_BASES, name("originalUriBaseIds"),
            RunParts.Part.INVOCATIONS, name("ruleConfigurationOverrides"),
            RunParts.Part.TAXONOMIES, name("taxonomies"));

    private static final int BUFFER = 1 << 16;
    private static final long LEAST_TAIL = 4L << 20;
    private static final int TAIL_SHARE = 64;
    private static final int LONGEST_NAME = 32;

    private LaterParts() {}

    /**
     * The parts whose names occur after an offset, as far as the end of the report tells.
     *
     * @param source the report
     * @param offset offset in bytes; negative when it is unknown, and then any part may follow
     */
    static Set<RunParts.Part> after(ReportSource source, long offset) throws IOException {
        if (offset < 0) {
            return EnumSet.allOf(RunParts.Part.class);
        }
        Set<RunParts.Part> found = EnumSet.noneOf(RunParts.Part.class);
        try (InputStream in = source.open()) {
            in.skipNBytes(Math.max(offset, source.size() - tail(source.size())));
            byte[] buffer = new byte[BUFFER];
            int kept = 0;
            for (int read = in.read(buffer, 0, BUFFER);
                    read > 0 && found.size() < NAMES.size();
                    read = in.read(buffer, kept, BUFFER - kept)) {
                int length = kept + read;
                for (Map.Entry<RunParts.Part, byte[]> name : NAMES.entrySet()) {
                    if (!found.contains(name.getKey()) && holds(buffer, length, name.getValue())) {
                        found.add(name.getKey());
                    }
                }
                kept = Math.min(length, LONGEST_NAME);
                System.arraycopy(buffer, length - kept, buffer, 0, kept);
            }
        }
        return found;
    }

    private static long tail(long size) {
        return size < 0 ? Long.MAX_VALUE : Math.max(LEAST_TAIL, size / TAIL_SHARE);
    }

    // Horspool's search: mostly steps by the length of the name.
    private static boolean holds(byte[] text, int length, byte[] name) {
        int[] steps = new int[256];
        java.util.Arrays.fill(steps, name.length);
        for (int i = 0; i < name.length - 1; i++) {
            steps[name[i] & 0xff] = name.length - 1 - i;
        }
        int last = name.length - 1;
        for (int at = last; at < length; at += steps[text[at] & 0xff]) {
            int matched = 0;
            while (matched < name.length && text[at - matched] == name[last - matched]) {
                matched++;
            }
            if (matched == name.length) {
                return true;
            }
        }
        return false;
    }

    private static byte[] name(String member) {
        return ('"' + member + '"').getBytes(StandardCharsets.US_ASCII);
    }
}
