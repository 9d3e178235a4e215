package io.jenkins.plugins.compliance.engine.evidence.key;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The textual encoding of keys (RFC 7468).
 *
 * @param label what it is, for instance {@code PRIVATE KEY}
 * @param der its content
 */
record Pem(String label, byte[] der) {
    static final String PRIVATE_KEY = "PRIVATE KEY";
    static final String PUBLIC_KEY = "PUBLIC KEY";

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final int LINE = 64;

    /** Writes one block. */
    static String write(String label, byte[] der) {
        String content = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
        return BEGIN + label + DASHES + "\n" + content + "\n" + END + label + DASHES + "\n";
    }

    /** The first block of a text; text around it is left out, as RFC 7468 section 2 asks. Empty when there is none. */
    static Optional<Pem> first(String text) {
        List<String> lines = text.lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(BEGIN) && line.endsWith(DASHES) && line.length() > BEGIN.length() + DASHES.length()) {
                String label = line.substring(BEGIN.length(), line.length() - DASHES.length());
                // "EC PARAMETERS" comes before the key that openssl ecparam makes and is no key.
                if (!"EC PARAMETERS".equals(label)) {
                    return block(label, lines.subList(i + 1, lines.size()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Pem> block(String label, List<String> lines) {
        int end = lines.indexOf(END + label + DASHES);
        if (end < 0) {
            return Optional.empty();
        }
        String content = String.join("", lines.subList(0, end));
        try {
            return Optional.of(new Pem(label, Base64.getDecoder().decode(content.getBytes(StandardCharsets.US_ASCII))));
        } catch (IllegalArgumentException notBase64) {
            // A block with headers (an encrypted key of the old kind) is told by its label all the same.
            return Optional.of(new Pem(label, new byte[0]));
        }
    }
}
