package io.jenkins.plugins.compliance.engine.evidence.ledger;

import io.jenkins.plugins.compliance.engine.evidence.BrokenEnvelopeException;
import io.jenkins.plugins.compliance.engine.evidence.StatementMembers;
import io.jenkins.plugins.compliance.engine.evidence.Statements;
import io.jenkins.plugins.compliance.engine.evidence.UnknownSchemaException;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import io.jenkins.plugins.compliance.engine.io.json.JsonInput;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a bundle says about itself: of which entries it holds the kept files. It is not signed, and need not be: it can only make
 * a file "not looked at", which a verification says; never make one hold.
 *
 * @param ranges the entries whose files are in it, ascending
 */
record BundleManifest(List<Range> ranges) {
    /** An evidence folder that is no bundle: all files are expected. */
    static final BundleManifest EVERYTHING = new BundleManifest(List.of(new Range(1, Long.MAX_VALUE)));

    BundleManifest {
        ranges = List.copyOf(ranges);
    }

    /**
     * Entries that follow each other.
     *
     * @param from sequence of the first
     * @param to sequence of the last
     */
    record Range(long from, long to) {}

    /** The manifest of some entries. */
    static BundleManifest of(List<Long> sequences) {
        List<Range> ranges = new ArrayList<>();
        for (long sequence : sequences) {
            Range last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
            if (last != null && last.to() == sequence - 1) {
                ranges.set(ranges.size() - 1, new Range(last.from(), sequence));
            } else {
                ranges.add(new Range(sequence, sequence));
            }
        }
        return new BundleManifest(ranges);
    }

    /** Whether the files of an entry are in the bundle. */
    boolean includes(long sequence) {
        for (Range range : ranges) {
            if (sequence >= range.from() && sequence <= range.to()) {
                return true;
            }
        }
        return false;
    }

    byte[] toJson() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonOutput json = JsonOutput.indented(bytes)) {
            json.beginObject().member("schema", Statements.SCHEMA).beginArray("filesOfEntries");
            for (Range range : ranges) {
                json.beginObject()
                        .member("from", range.from())
                        .member("to", range.to())
                        .endObject();
            }
            json.endArray().endObject().line();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The manifest of a bundle; one that can't be read is a problem, and then all files are expected. */
    static BundleManifest of(EvidenceSource source, Limits limits, ProblemLog problems) throws IOException {
        try {
            Optional<byte[]> manifest = source.bundleManifest();
            return manifest.isEmpty() ? EVERYTHING : read(manifest.get(), limits);
        } catch (LimitExceededException | MalformedInputException | BrokenEnvelopeException e) {
            problems.add(0, VerifyProblem.What.DAMAGED, LedgerLayout.BUNDLE + " can't be used: " + e.getMessage());
            return EVERYTHING;
        }
    }

    private static BundleManifest read(byte[] file, Limits limits) throws IOException, BrokenEnvelopeException {
        List<Range> ranges = new ArrayList<>();
        try (JsonCursor json = JsonInput.open(
                new ByteArrayInputStream(file), LedgerLayout.BUNDLE, limits, "envelopeBytes", limits.envelopeBytes())) {
            StatementMembers manifest = StatementMembers.of(json, "manifest", (name, value) -> {
                boolean entries = name.equals("filesOfEntries");
                if (entries) {
                    if (!value.beginArray()) {
                        throw new BrokenEnvelopeException("its filesOfEntries is not a list");
                    }
                    while (value.nextElement()) {
                        StatementMembers range = StatementMembers.of(value, "filesOfEntries");
                        ranges.add(new Range(range.count("from"), range.count("to")));
                    }
                }
                return entries;
            });
            json.end();
            if (manifest.count("schema") != Statements.SCHEMA) {
                throw new UnknownSchemaException(manifest.count("schema"));
            }
        }
        return new BundleManifest(ranges);
    }
}
