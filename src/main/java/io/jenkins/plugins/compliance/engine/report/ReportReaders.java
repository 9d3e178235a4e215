package io.jenkins.plugins.compliance.engine.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.report.finding.SourceRoot;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the reader for a report and reads it, so that whatever a report holds ends in a {@link ReportSummary}: never in an
 * exception, and never in a clean summary of a report that was not read whole.
 */
public final class ReportReaders {
    private static final int SHOWN = 60;
    private static final int KEYS_SHOWN = 8;

    private final List<ReportReader> readers;
    private final SourceRoot root;

    /**
     * @param readers the readers, each of its own format; where two recognise one report the first is used
     * @throws IllegalArgumentException when two have the same format
     */
    public ReportReaders(List<ReportReader> readers) {
        this(readers, SourceRoot.UNKNOWN);
    }

    private ReportReaders(List<ReportReader> readers, SourceRoot root) {
        this.readers = List.copyOf(readers);
        this.root = root;
        if (readers.stream().map(ReportReader::format).distinct().count() != readers.size()) {
            throw new IllegalArgumentException("two readers of the same format among " + ids());
        }
    }

    /** The readers of all formats that this project knows. */
    public static ReportReaders standard() {
        return new ReportReaders(StandardReaders.ALL);
    }

    /** The same readers for reports about a directory: paths in it are made relative to it. */
    public ReportReaders about(SourceRoot directory) {
        return new ReportReaders(readers, directory);
    }

    /** All readers. */
    public List<ReportReader> all() {
        return readers;
    }

    /** The reader of a format by its id. */
    public Optional<ReportReader> ofFormat(String format) {
        return readers.stream().filter(reader -> reader.format().equals(format)).findFirst();
    }

    /** The reader that recognises a report by its first bytes. */
    public Optional<ReportReader> recognise(Sample sample) {
        return readers.stream().filter(reader -> reader.recognises(sample)).findFirst();
    }

    /**
     * Reads a report. What is wrong with it is in the summary: malformed, cut off, empty, over a limit and not recognised all
     * give a summary that is not {@link ReportSummary#complete() complete} and a problem that says why.
     *
     * @param source the report
     * @param format id of its format; null to recognise it
     * @param sink takes the elements; those before a failure too
     * @param limits bounds to hold
     * @throws IOException when the report can't be opened, or the sink refuses
     * @throws IllegalArgumentException when there is no reader of that format
     */
    public ReportSummary read(ReportSource source, @CheckForNull String format, ReportSink sink, Limits limits)
            throws IOException {
        return read(source, format, sink, limits, FindingComparison.none());
    }

    /**
     * Reads a report and compares its findings with earlier ones.
     *
     * @param source the report
     * @param format id of its format; null to recognise it
     * @param sink takes the elements; those before a failure too
     * @param limits bounds to hold
     * @param comparison the findings of the last evidence of the same tool; for this reading alone
     * @throws IOException when the report can't be opened, or the sink refuses
     * @throws IllegalArgumentException when there is no reader of that format
     */
    public ReportSummary read(
            ReportSource source,
            @CheckForNull String format,
            ReportSink sink,
            Limits limits,
            FindingComparison comparison)
            throws IOException {
        FormatProbe sampler = new FormatProbe(limits);
        Sample sample = sampler.sample(source);
        Optional<ReportReader> looksLike = recognise(sample);
        if (looksLike.isEmpty() && format == null) {
            sample = sampler.wholeSample(source, sample);
            looksLike = recognise(sample);
        }
        Optional<ReportReader> reader = format == null ? looksLike : Optional.of(known(format));
        WatchedSink watched = new WatchedSink(sink);
        ReportCollector collector = new ReportCollector(watched, limits, comparison, root);
        String id = reader.map(ReportReader::format).orElse(ReportSummary.UNKNOWN);
        if (sample.syntax() == Sample.Syntax.EMPTY) {
            return incomplete(collector, id, "", emptiness(source));
        }
        if (reader.isEmpty()) {
            return incomplete(
                    collector,
                    id,
                    "",
                    "the format is not recognised: " + described(sample) + "; formats that are known: " + ids());
        }
        String hint = looksLike
                .filter(other -> !other.format().equals(id))
                .map(other -> "; it looks like " + other.title())
                .orElse("");
        return read(source, reader.get(), collector, watched, limits, hint);
    }

    private static ReportSummary read(
            ReportSource source,
            ReportReader reader,
            ReportCollector collector,
            WatchedSink sink,
            Limits limits,
            String hint)
            throws IOException {
        String id = reader.format();
        try {
            reader.read(source, collector, limits);
            return collector.summary(id, true);
        } catch (MalformedInputException e) {
            sink.rethrow();
            return incomplete(collector, id, where(e.position()), withoutPosition(e) + hint);
        } catch (LimitExceededException e) {
            sink.rethrow();
            return incomplete(collector, id, "", String.valueOf(e.getMessage()));
        } catch (IncompleteReportException | ElementTree.ShapeException e) {
            sink.rethrow();
            return incomplete(collector, id, "", e.getMessage() + hint);
        } catch (IOException e) {
            sink.rethrow();
            return incomplete(collector, id, "", "reading failed: " + e.getMessage());
        } catch (RuntimeException e) {
            sink.rethrow();
            return incomplete(
                    collector,
                    id,
                    "",
                    "the reader of " + reader.title() + " could not make sense of it ("
                            + e.getClass().getSimpleName() + ")" + hint);
        }
    }

    private ReportReader known(String format) {
        return ofFormat(format)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no report format \"" + format + "\"; formats that are known: " + ids()));
    }

    private String ids() {
        return readers.stream().map(ReportReader::format).sorted().collect(Collectors.joining(", "));
    }

    private static ReportSummary incomplete(ReportCollector collector, String format, String where, String message) {
        collector.incomplete(where, message);
        return collector.summary(format, false);
    }

    private static String emptiness(ReportSource source) {
        return source.size() == 0 ? "the report is empty: 0 bytes" : "the report is empty: only white space";
    }

    private static String where(Position position) {
        return position.line() == 0 ? "" : "line " + position.line();
    }

    private static String withoutPosition(MalformedInputException e) {
        String message = String.valueOf(e.getMessage());
        String prefix = e.position() + ": ";
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }

    private static String described(Sample sample) {
        return switch (sample.syntax()) {
            case EMPTY -> "it is empty";
            case XML ->
                sample.root().isEmpty()
                        ? "it is XML without a root element that could be read"
                        : "it is XML with the root element <" + shown(sample.root()) + ">";
            case JSON -> "it is JSON, " + (sample.arrayRoot() ? "a list of " : "") + keys(sample);
            case JSON_LINES -> "it is several JSON documents, the first " + keys(sample);
            case TEXT ->
                sample.head().indexOf('\0') >= 0
                        ? "it is not text"
                        : "it is text that begins with \"" + shown(sample.head().strip()) + '"';
        };
    }

    private static String keys(Sample sample) {
        return sample.keys().isEmpty()
                ? (sample.arrayRoot() ? "nothing that says which tool wrote it" : "without any key")
                : "an object with the keys "
                        + sample.keys().stream()
                                .sorted()
                                .limit(KEYS_SHOWN)
                                .map(ReportReaders::shown)
                                .collect(Collectors.joining(", "));
    }

    private static String shown(String text) {
        return DisplayText.line(text.lines().findFirst().orElse(""), SHOWN);
    }
}
