package io.jenkins.plugins.compliance.engine.prose;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which addresses from outside may be links. All others are text. */
public final class WebAddress {
    /** What a link to elsewhere says of itself (HTML, section 4.6.7): it tells and hands over nothing, and vouches for nothing. */
    public static final String REL = "noopener noreferrer nofollow";

    /** One address and nothing else: the fields of a message are for its author to fill (RFC 6068, section 7). */
    private static final Pattern MAIL =
            Pattern.compile("mailto:[A-Za-z0-9.+_-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,8}");

    private WebAddress() {}

    /**
     * The address in ASCII (RFC 3986): an absolute {@code http} or {@code https} one with a host and without user information, which
     * could look like a host, or {@code mailto:} with one address.
     *
     * @param text what may be one
     * @return null when it is none
     */
    @CheckForNull
    public static String of(@CheckForNull String text) {
        if (text == null) {
            return null;
        }
        if (MAIL.matcher(text).matches()) {
            return text;
        }
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http");
            return web && uri.getHost() != null && uri.getRawUserInfo() == null ? uri.toASCIIString() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
