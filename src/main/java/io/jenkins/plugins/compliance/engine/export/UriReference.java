package io.jenkins.plugins.compliance.engine.export;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Places from outside as URI references (RFC 3986) that every reader accepts. */
public final class UriReference {
    private static final String KEPT = "-._~/@+,=()!$*";
    /** Schemes of places and packages; a script or content in an address stays text. */
    private static final Set<String> SCHEMES =
            Set.of("docker", "file", "ftp", "git", "http", "https", "jar", "oci", "pkg", "ssh", "urn");

    private UriReference() {}

    /** A path: every character that could mean anything else than itself is percent-encoded. */
    public static String ofPath(String path) {
        StringBuilder encoded = new StringBuilder(path.length() + 16);
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || KEPT.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        // Two slashes at the start would make the next segment a host.
        return encoded.indexOf("//") == 0 ? "/." + encoded : encoded.toString();
    }

    /** A path as above; an absolute URI (a scanned address, a package URL) as it stands where it is a proper one. */
    public static String ofPlace(String place) {
        return absolute(place) ? place : ofPath(place);
    }

    /** Whether a text is a proper absolute URI of a place or a package. A single letter before a colon is a drive, not a scheme. */
    public static boolean absolute(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || !SCHEMES.contains(text.substring(0, colon).toLowerCase(Locale.ROOT))) {
            return false;
        }
        try {
            URI uri = new URI(text);
            return uri.isAbsolute() && uri.toASCIIString().equals(text) && text.indexOf('`') < 0;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
