package io.jenkins.plugins.compliance.engine.report.sarif;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Turns the URIs that tools write into paths for people: relative, {@code file:///abs}, {@code file:/abs}, a bare absolute path,
 * with forward or backward slashes. A URL of another scheme stays as it is. Nothing is opened by these paths.
 */
final class UriPath {
    private static final String FILE = "file:";

    private UriPath() {}

    /** The path. */
    static String of(String uri) {
        if (uri.indexOf(':') < 0 && uri.indexOf('%') < 0 && uri.indexOf('\\') < 0) {
            return withoutDot(uri);
        }
        if (uri.regionMatches(true, 0, FILE, 0, FILE.length())) {
            return afterScheme(decoded(uri.substring(FILE.length()).replace('\\', '/')));
        }
        if (hasScheme(uri)) {
            return uri;
        }
        return withoutDot(decoded(uri.replace('\\', '/')));
    }

    /** Whether a path that {@link #of} gave is absolute. */
    static boolean isAbsolute(String path) {
        return path.startsWith("/") || hasDrive(path, 0) || hasScheme(path);
    }

    // RFC 8089: file:/path, file:///path, file://host/path; drive letters as file:///c:/path.
    private static String afterScheme(String rest) {
        String path = rest;
        if (path.startsWith("///")) {
            path = path.substring(2);
        } else if (path.startsWith("//localhost/")) {
            path = path.substring("//localhost".length());
        } else if (path.startsWith("//") && (hasDrive(path, 2) || path.startsWith("//."))) {
            path = path.substring(2);
        }
        return withoutDot(path.startsWith("/") && hasDrive(path, 1) ? path.substring(1) : path);
    }

    private static String withoutDot(String path) {
        String clean = path;
        while (clean.startsWith("./")) {
            clean = clean.substring(2);
        }
        return clean;
    }

    private static boolean hasDrive(String path, int at) {
        return path.length() > at + 1 && Character.isLetter(path.charAt(at)) && path.charAt(at + 1) == ':';
    }

    private static boolean hasScheme(String uri) {
        int at = 0;
        while (at < uri.length() && isSchemeCharacter(uri.charAt(at), at)) {
            at++;
        }
        return at > 1 && at < uri.length() && uri.charAt(at) == ':';
    }

    private static boolean isSchemeCharacter(char c, int at) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (at > 0 && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'));
    }

    // What does not decode to text stays encoded, and so do control characters.
    private static String decoded(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        byte[] encoded = path.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[encoded.length];
        int length = 0;
        int at = 0;
        while (at < encoded.length) {
            int code = encoded[at] == '%' && at + 2 < encoded.length ? octet(encoded, at + 1) : -1;
            boolean decode = code >= ' ' && code != 0x7f;
            bytes[length++] = decode ? (byte) code : encoded[at];
            at += decode ? 3 : 1;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException notText) {
            return path;
        }
    }

    private static int octet(byte[] text, int at) {
        int high = Character.digit(text[at], 16);
        int low = Character.digit(text[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
