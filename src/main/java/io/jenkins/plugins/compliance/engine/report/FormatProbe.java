package io.jenkins.plugins.compliance.engine.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import io.jenkins.plugins.compliance.engine.io.json.JsonInput;
import io.jenkins.plugins.compliance.engine.io.xml.XmlCursor;
import io.jenkins.plugins.compliance.engine.io.xml.XmlInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Looks at the first 64 KiB of a report and says what they show: a {@link Sample}. Where that does not tell the format of a JSON
 * report, because its first member is long, the names of its members are looked up {@linkplain #wholeSample further on}.
 */
final class FormatProbe {
    private static final int SIZE = 64 * 1024;
    private static final int MOST_KEYS = 1_000;
    private static final int BYTE_ORDER_MARK = 0xfeff;

    private final Limits limits;
    private final Limits wholeLimits;

    /** @param limits bounds to hold while the sample is looked at */
    public FormatProbe(Limits limits) {
        wholeLimits = limits;
        // A sample is small; whether the report as a whole is too large is for its reader to say.
        this.limits = limits.withReportBytes(SIZE);
    }

    /** The sample of a report; content that is broken gives a sample that shows less. */
    public Sample sample(ReportSource source) throws IOException {
        byte[] bytes;
        try (InputStream in = source.open()) {
            bytes = in.readNBytes(SIZE);
        }
        return sample(source.name(), bytes);
    }

    /**
     * A sample whose keys are those of the whole first object, at the price of streaming through it; the same sample where that can't
     * show more.
     *
     * @param source the report
     * @param sample what its first bytes show
     */
    public Sample wholeSample(ReportSource source, Sample sample) throws IOException {
        boolean json = sample.syntax() == Sample.Syntax.JSON || sample.syntax() == Sample.Syntax.JSON_LINES;
        boolean seenWhole = source.size() >= 0 && source.size() <= SIZE;
        if (!json || seenWhole) {
            return sample;
        }
        try (InputStream in = source.open()) {
            return json(sample.fileName(), in, sample.head(), wholeLimits);
        }
    }

    /**
     * The sample of bytes.
     *
     * @param fileName name of the report; of a path, the last part is used
     * @param bytes the first bytes of the report
     */
    public Sample sample(String fileName, byte[] bytes) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String head = decoded(bytes);
        String text = head.stripLeading();
        if (text.isEmpty()) {
            return plain(name, Sample.Syntax.EMPTY, head);
        }
        return switch (text.charAt(0)) {
            case '<' -> xml(name, bytes, head);
            case '{', '[' -> json(name, new ByteArrayInputStream(bytes), head, limits);
            default -> plain(name, Sample.Syntax.TEXT, head);
        };
    }

    private Sample xml(String name, byte[] bytes, String head) {
        try {
            XmlCursor xml = XmlInput.open(new ByteArrayInputStream(bytes), name, limits);
            return new Sample(name, Sample.Syntax.XML, xml.name(), xml.namespace(), Set.of(), false, head);
        } catch (IOException noRoot) {
            return plain(name, Sample.Syntax.XML, head);
        }
    }

    private static Sample json(String name, InputStream in, String head, Limits limits) {
        Set<String> keys = new HashSet<>();
        boolean array = head.stripLeading().charAt(0) == '[';
        boolean several = false;
        try (JsonCursor json = JsonInput.open(in, name, limits)) {
            if (!array || json.beginArray() && json.nextElement()) {
                keys(json, keys);
            }
            several = json.nextDocument();
        } catch (IOException cutOff) {
            // The sample ends somewhere in the document, or the document is broken there; what was seen up to there is
            // what it is for.
        }
        return new Sample(name, several ? Sample.Syntax.JSON_LINES : Sample.Syntax.JSON, "", "", keys, array, head);
    }

    private static void keys(JsonCursor json, Set<String> keys) throws IOException {
        if (json.beginObject()) {
            for (String key = json.nextName(); key != null && keys.size() < MOST_KEYS; key = json.nextName()) {
                keys.add(key);
            }
        }
    }

    private static Sample plain(String name, Sample.Syntax syntax, String head) {
        return new Sample(name, syntax, "", "", Set.of(), false, head);
    }

    private static String decoded(byte[] bytes) {
        Charset charset = wide(bytes);
        String text = new String(bytes, charset == null ? StandardCharsets.UTF_8 : charset);
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static @CheckForNull Charset wide(byte[] bytes) {
        if (bytes.length < 2) {
            return null;
        }
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (first == 0xfe && second == 0xff || first == 0 && second != 0) {
            return StandardCharsets.UTF_16BE;
        }
        return first == 0xff && second == 0xfe || first != 0 && second == 0 ? StandardCharsets.UTF_16LE : null;
    }
}
