package io.jenkins.plugins.compliance.engine.evidence.ledger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.KeptFile;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** An evidence folder. Links in it are not followed. */
final class FolderSource implements EvidenceSource {
    private static final OpenOption[] READ = {StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS};

    private final Path folder;
    private final Limits limits;

    /** @throws IOException when there is no such folder */
    FolderSource(Path folder, Limits limits) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw Files.exists(folder)
                    ? new NotDirectoryException(folder.toString())
                    : new NoSuchFileException(folder.toString());
        }
        this.folder = folder;
        this.limits = limits;
    }

    @Override
    public Optional<byte[]> head() throws IOException {
        return small(LedgerLayout.HEAD);
    }

    @Override
    public Optional<byte[]> bundleManifest() throws IOException {
        return small(LedgerLayout.BUNDLE);
    }

    @Override
    public Optional<InputStream> ledger() throws IOException {
        Path ledger = folder.resolve(LedgerLayout.LEDGER);
        if (regular(ledger) != null) {
            return Optional.of(Files.newInputStream(ledger, READ));
        }
        List<String> entries = EntryFiles.sorted(names(folder));
        if (entries.size() > limits.ledgerEntries()) {
            throw new LimitExceededException("ledgerEntries", limits.ledgerEntries());
        }
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new EntryFiles(entries.iterator(), name -> Files.newInputStream(folder.resolve(name), READ)));
    }

    @Override
    public Optional<KeptContent> file(String name) throws IOException {
        // Jenkins archives a build's reports beside its entries.
        for (Path path : List.of(folder.resolve(LedgerLayout.FILES).resolve(name), folder.resolve(name))) {
            BasicFileAttributes attributes = regular(path);
            if (attributes != null) {
                return Optional.of(new KeptContent(attributes.size(), Files.newInputStream(path, READ)));
            }
        }
        return Optional.empty();
    }

    @Override
    public SortedSet<String> files() throws IOException {
        SortedSet<String> files = new TreeSet<>();
        Path kept = folder.resolve(LedgerLayout.FILES);
        if (Files.isDirectory(kept, LinkOption.NOFOLLOW_LINKS)) {
            names(kept).stream().filter(KeptFile::isName).forEach(files::add);
        }
        return files;
    }

    @Override
    public void close() {
        // Nothing is held open between calls.
    }

    private Optional<byte[]> small(String name) throws IOException {
        Path file = folder.resolve(name);
        if (regular(file) == null) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file, READ)) {
            return Optional.of(EntryFiles.whole(in, limits));
        }
    }

    private List<String> names(Path directory) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> each = Files.newDirectoryStream(directory)) {
            for (Path path : each) {
                names.add(String.valueOf(path.getFileName()));
            }
        }
        return names;
    }

    private static @CheckForNull BasicFileAttributes regular(Path path) throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile() ? attributes : null;
        } catch (NoSuchFileException | NotDirectoryException e) {
            return null;
        }
    }
}
