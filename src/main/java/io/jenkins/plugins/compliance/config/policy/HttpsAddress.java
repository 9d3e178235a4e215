package io.jenkins.plugins.compliance.config.policy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * An address that policy is fetched from: {@code https} and nothing else, so that it can't be read or changed on its way, and no
 * file of the controller is taken for policy. It names no user: a secret belongs to credentials.
 *
 * @param uri the address
 */
record HttpsAddress(URI uri) {
    private static final int LONGEST = 2_000;

    /** @throws IllegalArgumentException when it is none */
    static HttpsAddress of(@CheckForNull String text) {
        String trimmed = Util.fixNull(text).trim();
        try {
            URI uri = new URI(trimmed);
            if (trimmed.length() <= LONGEST
                    && "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null) {
                return new HttpsAddress(uri);
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(Messages.HttpsAddress_unusable(), e);
        }
        throw new IllegalArgumentException(Messages.HttpsAddress_unusable());
    }

    /**
     * Where a redirect leads.
     *
     * @throws IllegalArgumentException when that is another server or no such address
     */
    HttpsAddress redirected(String location) {
        HttpsAddress target;
        try {
            target = of(uri.resolve(location).toString());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Messages.HttpsAddress_elsewhere(shown()), e);
        }
        if (!target.uri.getHost().equalsIgnoreCase(uri.getHost()) || target.port() != port()) {
            throw new IllegalArgumentException(Messages.HttpsAddress_elsewhere(shown()));
        }
        return target;
    }

    /** The address without its query, which may hold a token. */
    String shown() {
        String text = uri.toString();
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query);
    }

    private int port() {
        return uri.getPort() < 0 ? 443 : uri.getPort();
    }
}
