package io.jenkins.plugins.compliance.engine.report.finding;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Makes the fingerprints of one reading: the first 128 bits of a SHA-256, as 32 lower-case hexadecimal digits.
 *
 * <p>Tool and rule are always in it. Beyond them, what the tool itself states as an identity, if anything; else the path with the
 * tool's hash of the line; else path, component and message, with the code quoted. Numbers in a message and white space in quoted
 * code do not count, nor does the version of a component, so that a finding keeps its fingerprint when lines are added above it
 * or a dependency moves to a version with the same flaw. Findings that are alike in all of this are numbered in the order of the
 * report. Memory stays the same however long the report is: the numbers are kept for the findings seen last, and alike findings
 * that stand very far apart share a fingerprint.
 */
public final class Fingerprints {
    private static final int BYTES = 16;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final MessageDigest sha256 = sha256();
    private final AlikeFindings alike = new AlikeFindings();
    private byte[] text = new byte[1024];
    private int length;

    /** The fingerprint of the next finding of the reading. */
    public String next(Finding finding, FindingIdentity identity) {
        length = 0;
        field(finding.tool());
        field(finding.rule());
        append(identity.basis().ordinal());
        switch (identity.basis()) {
            case STATED -> field(identity.value());
            case PARTIAL -> {
                path(finding);
                field(identity.value());
            }
            case CONTEXT -> {
                described(finding);
                withoutWhiteSpace(identity.value());
            }
            case NONE -> described(finding);
        }
        byte[] first = digest();
        int ordinal = alike.next(first);
        if (ordinal == 0) {
            return hex(first);
        }
        append(ordinal >>> 24);
        append(ordinal >>> 16);
        append(ordinal >>> 8);
        append(ordinal);
        return hex(digest());
    }

    private void described(Finding finding) {
        path(finding);
        field(withoutVersion(finding.component()));
        withoutNumbers(finding.message());
    }

    private void path(Finding finding) {
        Place place = finding.place();
        field(place == null ? "" : place.path());
        String logical = place == null ? null : place.logical();
        field(logical == null ? "" : logical);
    }

    private byte[] digest() {
        sha256.update(text, 0, length);
        return sha256.digest();
    }

    private void field(String value) {
        room(value);
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, text, length, bytes.length);
        length += bytes.length;
        put('\n');
    }

    private void withoutNumbers(String value) {
        room(value);
        boolean inNumber = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit) {
                put(c);
            } else if (!inNumber) {
                put('#');
            }
            inNumber = digit;
        }
        put('\n');
    }

    private void withoutWhiteSpace(String value) {
        room(value);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c > ' ') {
                put(c);
            }
        }
        put('\n');
    }

    private static String withoutVersion(@CheckForNull String component) {
        if (component == null) {
            return "";
        }
        int at = component.lastIndexOf('@');
        return at > 0 && component.indexOf('/', at) < 0 ? component.substring(0, at) : component;
    }

    private void append(int part) {
        if (length == text.length) {
            text = java.util.Arrays.copyOf(text, text.length * 2);
        }
        text[length++] = (byte) part;
    }

    private void room(String value) {
        long needed = length + 3L * value.length() + 8;
        if (needed > text.length) {
            text = java.util.Arrays.copyOf(text, (int) Math.min(Integer.MAX_VALUE - 8, needed * 2));
        }
    }

    // Three bytes for whatever is not ASCII: not UTF-8 for surrogates, but different for different texts, which is all
    // it is for.
    private void put(char c) {
        if (c < 0x80) {
            text[length++] = (byte) c;
        } else {
            text[length++] = (byte) (0xe0 | c >> 12);
            text[length++] = (byte) (0x80 | c >> 6 & 0x3f);
            text[length++] = (byte) (0x80 | c & 0x3f);
        }
    }

    private static String hex(byte[] digest) {
        byte[] digits = new byte[2 * BYTES];
        for (int i = 0; i < BYTES; i++) {
            digits[2 * i] = HEX[digest[i] >> 4 & 0xf];
            digits[2 * i + 1] = HEX[digest[i] & 0xf];
        }
        return new String(digits, StandardCharsets.ISO_8859_1);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
