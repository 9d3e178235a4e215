package io.jenkins.plugins.compliance.engine.export.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The style sheet of the report. A browser applies it and no other: the report's content security policy names its digest.
 *
 * @param css its text
 * @param source its digest as a source expression (Content Security Policy Level 3, section 2.3.1)
 */
record StyleSheet(String css, String source) {
    static final StyleSheet INSTANCE = load();

    private static StyleSheet load() {
        try (InputStream in = StyleSheet.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is not packaged beside " + StyleSheet.class.getName());
            }
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
            return new StyleSheet(css, "sha256-" + Base64.getEncoder().encodeToString(digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
