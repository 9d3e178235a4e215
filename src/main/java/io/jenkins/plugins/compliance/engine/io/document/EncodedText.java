package io.jenkins.plugins.compliance.engine.io.document;

import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import io.jenkins.plugins.compliance.engine.io.Position;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes text strictly: UTF-8, or UTF-16 and UTF-32 as a byte order mark or the zeros of the first character tell (YAML 1.2.2,
 * section 5.2). A byte that is no text is an error and never a replacement character.
 */
final class EncodedText {
    private EncodedText() {}

    /**
     * The text without its byte order mark.
     *
     * @throws MalformedInputException when the bytes are not text of that encoding
     */
    static String decode(byte[] bytes, String file) throws MalformedInputException {
        Encoding encoding = Encoding.of(bytes);
        ByteBuffer in = ByteBuffer.wrap(bytes, encoding.skip, bytes.length - encoding.skip);
        CharsetDecoder decoder = encoding.charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            return decoder.decode(in.duplicate()).toString();
        } catch (CharacterCodingException e) {
            throw malformed(encoding, in, file);
        }
    }

    private static MalformedInputException malformed(Encoding encoding, ByteBuffer in, String file) {
        CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
        CoderResult result = encoding.charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String before = out.flip().toString();
        String found =
                in.hasRemaining() ? String.format("the byte 0x%02X", in.get(in.position())) : "an incomplete character";
        return new MalformedInputException(
                position(before, before.length(), file),
                "found " + found + " (" + result + "), expected text in " + encoding.charset.name());
    }

    /** The position of a character in a text. */
    static Position position(String text, int index, String file) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < index; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Position(file, line, index - lineStart + 1);
    }

    private record Encoding(Charset charset, int skip) {
        static Encoding of(byte[] b) {
            int b0 = at(b, 0);
            int b1 = at(b, 1);
            int b2 = at(b, 2);
            int b3 = at(b, 3);
            if (b0 == 0xEF && b1 == 0xBB && b2 == 0xBF) {
                return new Encoding(StandardCharsets.UTF_8, 3);
            }
            if (b0 == 0 && b1 == 0 && b2 == 0xFE && b3 == 0xFF) {
                return new Encoding(Charset.forName("UTF-32BE"), 4);
            }
            if (b0 == 0xFF && b1 == 0xFE && b2 == 0 && b3 == 0) {
                return new Encoding(Charset.forName("UTF-32LE"), 4);
            }
            if (b0 == 0xFE && b1 == 0xFF) {
                return new Encoding(StandardCharsets.UTF_16BE, 2);
            }
            if (b0 == 0xFF && b1 == 0xFE) {
                return new Encoding(StandardCharsets.UTF_16LE, 2);
            }
            if (b0 == 0 && b1 > 0) {
                return new Encoding(StandardCharsets.UTF_16BE, 0);
            }
            if (b0 > 0 && b1 == 0) {
                return new Encoding(StandardCharsets.UTF_16LE, 0);
            }
            return new Encoding(StandardCharsets.UTF_8, 0);
        }

        private static int at(byte[] bytes, int index) {
            return index < bytes.length ? bytes[index] & 0xFF : -1;
        }
    }
}
