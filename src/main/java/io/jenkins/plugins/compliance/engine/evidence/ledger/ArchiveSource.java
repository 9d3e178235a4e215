package io.jenkins.plugins.compliance.engine.evidence.ledger;

import io.jenkins.plugins.compliance.engine.evidence.KeptFile;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.file.ArchiveInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A zip archive of an evidence folder, or of a folder that has one evidence folder in it. */
final class ArchiveSource implements EvidenceSource {
    private final ArchiveInput archive;
    private final Limits limits;
    private final String folder;

    /**
     * @throws io.jenkins.plugins.compliance.engine.io.MalformedInputException when it is no archive, or has several evidence
     *     folders in it
     */
    ArchiveSource(Path file, Limits limits) throws IOException {
        this.archive = ArchiveInput.open(file, limits);
        this.limits = limits;
        boolean found = false;
        try {
            this.folder = folder(archive.names(), file);
            found = true;
        } finally {
            if (!found) {
                archive.close();
            }
        }
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
        Optional<InputStream> ledger = archive.open(folder + LedgerLayout.LEDGER);
        if (ledger.isPresent()) {
            return ledger;
        }
        List<String> entries = EntryFiles.sorted(namesIn(folder));
        return entries.isEmpty() ? Optional.empty() : Optional.of(new EntryFiles(entries.iterator(), this::entry));
    }

    @Override
    public Optional<KeptContent> file(String name) throws IOException {
        for (String path : List.of(folder + LedgerLayout.FILES + "/" + name, folder + name)) {
            Optional<InputStream> content = archive.open(path);
            if (content.isPresent()) {
                return Optional.of(new KeptContent(archive.size(path), content.get()));
            }
        }
        return Optional.empty();
    }

    @Override
    public SortedSet<String> files() {
        SortedSet<String> files = new TreeSet<>();
        namesIn(folder + LedgerLayout.FILES + "/").stream()
                .filter(KeptFile::isName)
                .forEach(files::add);
        return files;
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }

    private InputStream entry(String name) throws IOException {
        return archive.open(folder + name).orElseThrow(() -> new NoSuchFileException(name));
    }

    private Optional<byte[]> small(String name) throws IOException {
        Optional<InputStream> content = archive.open(folder + name);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = content.get()) {
            return Optional.of(EntryFiles.whole(in, limits));
        }
    }

    private List<String> namesIn(String directory) {
        List<String> names = new ArrayList<>();
        for (String name : archive.names()) {
            if (name.startsWith(directory) && name.indexOf('/', directory.length()) < 0) {
                names.add(name.substring(directory.length()));
            }
        }
        return names;
    }

    /** The folder, with its final slash, that the evidence is in; the top of the archive when there is no evidence. */
    private static String folder(List<String> names, Path file) throws IOException {
        SortedSet<String> folders = new TreeSet<>();
        for (String name : names) {
            String directory = name.substring(0, name.lastIndexOf('/') + 1);
            String simple = name.substring(directory.length());
            if (simple.equals(LedgerLayout.LEDGER) || simple.equals(LedgerLayout.HEAD)) {
                folders.add(directory);
            }
        }
        if (folders.size() > 1) {
            throw new io.jenkins.plugins.compliance.engine.io.MalformedInputException(
                    io.jenkins.plugins.compliance.engine.io.Position.of(String.valueOf(file.getFileName())),
                    folders.size() + " evidence folders are in this archive; expected one");
        }
        return folders.isEmpty() ? "" : folders.first();
    }
}
