package io.jenkins.plugins.compliance.engine.evidence.key;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.file.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keys in files: a private key in {@code FILE}, its public half in {@code FILE.pub}, and sets of public keys. */
public final class KeyFiles {
    /** What is added to the name of a private key's file for the public one. */
    public static final String PUBLIC_SUFFIX = ".pub";

    private static final int KEY_BYTES = 1 << 16;
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private KeyFiles() {}

    /**
     * Writes a new key: the private one readable by its owner alone, the public one beside it.
     *
     * @throws java.nio.file.FileAlreadyExistsException when one of the files exists; nothing is written then
     */
    public static void create(Path file, SigningKey key) throws IOException {
        Path publicFile = publicFile(file);
        if (Files.exists(publicFile, LinkOption.NOFOLLOW_LINKS)) {
            throw new java.nio.file.FileAlreadyExistsException(
                    publicFile.toString(), null, "exists already; it is not overwritten");
        }
        AtomicFile.createPrivate(file, key.secretPem().getBytes(StandardCharsets.US_ASCII));
        AtomicFile.create(publicFile, key.publicKey().pem().getBytes(StandardCharsets.US_ASCII));
    }

    /** The file of the public half of a private key's file. */
    public static Path publicFile(Path file) {
        return file.resolveSibling(file.getFileName() + PUBLIC_SUFFIX);
    }

    /**
     * Reads a private key.
     *
     * @throws UnusableKeyException when the file holds none that can be used
     */
    public static SigningKey signing(Path file) throws IOException {
        return KeyPem.signing(text(file, KEY_BYTES), file.toString());
    }

    /**
     * What is wrong with how a private key's file is kept: one sentence, or empty when nothing is. It is a warning: keys in
     * containers often can't be kept otherwise.
     */
    public static Optional<String> exposure(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return Optional.empty();
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        return permissions.stream().anyMatch(OTHERS::contains)
                ? Optional.of("the private key " + file + " can be read or written by others; run chmod 600 " + file)
                : Optional.empty();
    }

    /**
     * Reads a public key, or the public half of a private key.
     *
     * @throws UnusableKeyException when the file holds none that can be used
     */
    public static VerificationKey anyHalf(Path file) throws IOException {
        String text = text(file, KEY_BYTES);
        boolean secret =
                Pem.first(text).map(pem -> pem.label().equals(Pem.PRIVATE_KEY)).orElse(false);
        return secret ? KeyPem.signing(text, file.toString()).publicKey() : KeyPem.verification(text, file.toString());
    }

    /**
     * Reads what a verifier trusts: files with one public key in PEM each, or with a set of keys in JSON.
     *
     * @throws UnusableKeyException when a file holds neither
     */
    public static KeySet trusted(List<Path> files, Limits limits) throws IOException {
        List<TrustedKey> keys = new ArrayList<>();
        for (Path file : files) {
            String text = text(file, (int) Math.min(limits.policyBytes(), Integer.MAX_VALUE - 8));
            if (text.stripLeading().startsWith("{")) {
                keys.addAll(KeySetJson.read(text, file.toString(), limits).keys());
            } else {
                keys.add(TrustedKey.always(KeyPem.verification(text, file.toString())));
            }
        }
        try {
            return new KeySet(keys);
        } catch (IllegalArgumentException e) {
            throw new UnusableKeyException(String.valueOf(e.getMessage()));
        }
    }

    private static String text(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new UnusableKeyException(file + " is too large for a key");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
