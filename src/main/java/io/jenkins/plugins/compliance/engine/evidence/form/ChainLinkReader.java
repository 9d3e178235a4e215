package io.jenkins.plugins.compliance.engine.evidence.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.BrokenEnvelopeException;
import io.jenkins.plugins.compliance.engine.evidence.KeptFile;
import io.jenkins.plugins.compliance.engine.evidence.Sha256;
import io.jenkins.plugins.compliance.engine.evidence.Statements;
import io.jenkins.plugins.compliance.engine.evidence.UnknownSchemaException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads what the payload of an entry begins with, byte for byte. The rest of the payload is not looked at: it is bound by the
 * digest chain all the same, which makes this the way in which a long ledger is verified.
 */
public final class ChainLinkReader {
    /** Enough for the link of nearly every entry, so that a long payload need not be decoded. */
    private static final int LINK_BYTES = 660;
    /** Enough for the link and a handful of files. */
    private static final int FILES_BYTES = 2400;

    private static final byte[] OPENING = ascii("{\"_type\":\"" + Statements.TYPE + "\",\"predicateType\":\"");
    private static final byte[] PREDICATE = ascii(Statements.EVIDENCE + "\",\"predicate\":{\"schema\":");
    private static final byte[] LEDGER = ascii(",\"chain\":{\"ledger\":\"");
    private static final byte[] SEQUENCE = ascii("\",\"sequence\":");
    private static final byte[] PREVIOUS = ascii(",\"previous\":\"");
    private static final byte[] RECORDED_AT = ascii("\",\"recordedAt\":\"");
    private static final byte[] CLOCK_STEP_BACK = ascii("\",\"clockStepBack\":\"PT");
    private static final byte[] NEXT_KEY = ascii("\",\"nextKey\":\"");
    private static final byte[] FILES = ascii("\"},\"files\":[");
    private static final byte[] FILE_NAME = ascii("{\"name\":\"");
    private static final byte[] FILE_SIZE = ascii("\",\"size\":");
    private static final byte[] FILE_DIGEST = ascii(",\"sha256\":\"");
    private static final byte[] FILE_END = ascii("\"}");
    private static final int LEDGER_DIGITS = 32;
    private static final int MILLI_DIGITS = 3;

    private final byte[] payload;
    private int at;

    private ChainLinkReader(byte[] payload) {
        this.payload = payload;
    }

    /**
     * Reads the link of an entry.
     *
     * @param files whether the files are wanted; without them the list is empty
     * @throws UnknownSchemaException when the entry is of a later version
     * @throws BrokenEnvelopeException when the payload does not begin as it must
     */
    public static ChainLink read(Envelope entry, boolean files) throws BrokenEnvelopeException {
        try {
            return new ChainLinkReader(entry.beginningOfPayload(files ? FILES_BYTES : LINK_BYTES)).link(files);
        } catch (ArrayIndexOutOfBoundsException longerThanMost) {
            return read(entry.payload(), files);
        }
    }

    /** Reads the link that a whole payload begins with. */
    public static ChainLink read(byte[] payload, boolean files) throws BrokenEnvelopeException {
        try {
            return new ChainLinkReader(payload).link(files);
        } catch (ArrayIndexOutOfBoundsException tooShort) {
            throw new BrokenEnvelopeException("its statement ends early");
        }
    }

    private ChainLink link(boolean wantFiles) throws BrokenEnvelopeException {
        expect(OPENING, "it is not an in-toto statement in the form that is expected");
        expect(PREDICATE, "it is a statement of another type than evidence");
        long schema = number();
        if (schema != Statements.SCHEMA) {
            throw new UnknownSchemaException(schema);
        }
        String form = "its place in the chain has not the form that is expected";
        expect(LEDGER, form);
        String ledger = hex(LEDGER_DIGITS);
        expect(SEQUENCE, form);
        long sequence = number();
        expect(PREVIOUS, form);
        String previous = hex(Sha256.HEX_DIGITS);
        expect(RECORDED_AT, form);
        Instant recordedAt = RecordedTime.parse(payload, at);
        at += RecordedTime.LENGTH;
        Duration step = stands(CLOCK_STEP_BACK) ? step() : null;
        String nextKey = stands(NEXT_KEY) ? hex(Sha256.HEX_DIGITS) : null;
        expect(FILES, form);
        return new ChainLink(ledger, sequence, previous, recordedAt, step, nextKey, wantFiles ? files() : List.of());
    }

    private List<KeptFile> files() throws BrokenEnvelopeException {
        String form = "its list of files has not the form that is expected";
        List<KeptFile> files = new ArrayList<>();
        while (payload[at] != ']') {
            if (!files.isEmpty() && payload[at++] != ',') {
                throw new BrokenEnvelopeException(form);
            }
            expect(FILE_NAME, form);
            String name = name();
            expect(FILE_SIZE, form);
            long size = number();
            expect(FILE_DIGEST, form);
            String digest = hex(Sha256.HEX_DIGITS);
            expect(FILE_END, form);
            try {
                files.add(new KeptFile(name, size, digest));
            } catch (IllegalArgumentException e) {
                throw new BrokenEnvelopeException(form);
            }
        }
        return files;
    }

    private @CheckForNull Duration step() throws BrokenEnvelopeException {
        long seconds = number();
        int point = at++;
        long millis = 0;
        for (int i = 0; i < MILLI_DIGITS; i++) {
            millis = millis * 10 + digit();
        }
        if (payload[point] != '.' || payload[at++] != 'S') {
            throw new BrokenEnvelopeException("its step of the clock has not the form that is expected");
        }
        return Duration.ofSeconds(seconds, millis * 1_000_000);
    }

    /** A whole number without a sign or leading zeros. */
    private long number() throws BrokenEnvelopeException {
        int start = at;
        long value = 0;
        while (payload[at] >= '0' && payload[at] <= '9') {
            value = value * 10 + digit();
        }
        int digits = at - start;
        if (digits == 0 || digits > 18 || digits > 1 && payload[start] == '0') {
            throw new BrokenEnvelopeException("one of its numbers has not the form that is expected");
        }
        return value;
    }

    private int digit() throws BrokenEnvelopeException {
        byte digit = payload[at++];
        if (digit < '0' || digit > '9') {
            throw new BrokenEnvelopeException("one of its numbers has not the form that is expected");
        }
        return digit - '0';
    }

    private String hex(int digits) throws BrokenEnvelopeException {
        for (int i = at; i < at + digits; i++) {
            if (!Sha256.isHexDigit(payload[i])) {
                throw new BrokenEnvelopeException("one of its digests has not the form that is expected");
            }
        }
        return text(digits);
    }

    private String name() {
        int end = at;
        while (payload[end] != '"') {
            end++;
        }
        return text(end - at);
    }

    private String text(int length) {
        String text = new String(payload, at, length, StandardCharsets.ISO_8859_1);
        at += length;
        return text;
    }

    private void expect(byte[] literal, String otherwise) throws BrokenEnvelopeException {
        if (!stands(literal)) {
            throw new BrokenEnvelopeException(otherwise);
        }
    }

    private boolean stands(byte[] literal) {
        if (at + literal.length > payload.length) {
            throw new ArrayIndexOutOfBoundsException(at);
        }
        if (!Arrays.equals(literal, 0, literal.length, payload, at, at + literal.length)) {
            return false;
        }
        at += literal.length;
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
