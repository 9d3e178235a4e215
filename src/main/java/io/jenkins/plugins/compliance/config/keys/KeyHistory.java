package io.jenkins.plugins.compliance.config.keys;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.XmlFile;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.key.TrustedKey;
import io.jenkins.plugins.compliance.engine.evidence.key.VerificationKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/**
 * The keys that the controller signs and signed with, each in its time, in {@code compliance/keys.xml} of the Jenkins home. It
 * holds public halves alone. A key that takes the place of another begins before that one ends: a build may be signing, and the
 * earlier key still has to hand over the ledgers that it signed.
 */
final class KeyHistory {
    private static final Logger LOGGER = Logger.getLogger(KeyHistory.class.getName());
    private static final Duration OVERLAP = Duration.ofDays(1);

    private final Path folder;
    private final Path file;

    @CheckForNull
    private List<PastKey> keys;

    /**
     * @param folder folder of the file
     */
    KeyHistory(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("keys.xml");
    }

    /**
     * Notes that a key signs now.
     *
     * @return whether it took the place of another
     */
    synchronized boolean signs(VerificationKey key, Instant now) throws IOException {
        List<PastKey> known = keys();
        if (known.stream().anyMatch(each -> each.is(key) && each.isOpen())
                && known.stream().filter(PastKey::isOpen).count() == 1) {
            return false;
        }
        List<PastKey> changed = new ArrayList<>();
        boolean found = false;
        for (PastKey each : known) {
            if (each.is(key)) {
                changed.add(each.reopened());
                found = true;
            } else {
                changed.add(each.isOpen() ? each.until(now.plus(OVERLAP)) : each);
            }
        }
        if (!found) {
            changed.add(PastKey.from(key, known.isEmpty() ? Instant.EPOCH : now.minus(OVERLAP)));
        }
        keys = changed;
        write(changed);
        return !known.isEmpty();
    }

    /** Whether a key has given way so lately that it may still hand over ledgers. */
    synchronized boolean isChanging(Instant now) throws IOException {
        for (PastKey each : keys()) {
            Instant last = each.trusted().notAfter();
            if (last != null && last.isAfter(now)) {
                return true;
            }
        }
        return false;
    }

    /** All keys. */
    synchronized KeySet trusted() throws IOException {
        List<TrustedKey> trusted = new ArrayList<>();
        for (PastKey each : keys()) {
            trusted.add(each.trusted());
        }
        return new KeySet(trusted);
    }

    private List<PastKey> keys() throws IOException {
        List<PastKey> known = keys;
        if (known == null) {
            known = new ArrayList<>();
            XmlFile xml = xml();
            if (xml.exists()) {
                if (!(xml.read() instanceof List<?> list) || !list.stream().allMatch(PastKey.class::isInstance)) {
                    throw new IOException(Messages.KeyHistory_damaged());
                }
                for (Object each : list) {
                    known.add((PastKey) each);
                }
            }
            keys = known;
        }
        return known;
    }

    private void write(List<PastKey> changed) {
        try {
            Files.createDirectories(folder);
            xml().write(changed);
        } catch (IOException e) {
            LOGGER.log(Level.SEVERE, "the history of signing keys can't be written; it lasts until Jenkins ends", e);
        }
    }

    private XmlFile xml() {
        return new XmlFile(Jenkins.XSTREAM2, file.toFile());
    }
}
