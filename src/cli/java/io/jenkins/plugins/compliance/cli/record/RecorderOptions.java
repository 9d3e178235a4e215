package io.jenkins.plugins.compliance.cli.record;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.cli.Checkout;
import io.jenkins.plugins.compliance.cli.OwnKey;
import io.jenkins.plugins.compliance.cli.TagOptions;
import io.jenkins.plugins.compliance.engine.evidence.LedgerIdentity;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Ledger;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerLayout;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where evidence is recorded, whose it is and who signs it. */
public final class RecorderOptions {
    private static final DateTimeFormatter BUILD_ID =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    @Mixin
    private final TagOptions tags = new TagOptions();

    @Option(names = "--job", paramLabel = "NAME", description = "Name of the project. Default: the directory's name.")
    @CheckForNull
    private String job;

    @Option(
            names = "--build",
            paramLabel = "ID",
            description = "Id of the build. Default: the moment, as 20261101-120000.")
    @CheckForNull
    private String build;

    @Option(
            names = "--recorder",
            paramLabel = "NAME",
            description = "Who records, for instance the URL of a CI server. Default: this machine's name.")
    @CheckForNull
    private String recorder;

    @Option(
            names = "--sign-with",
            paramLabel = "FILE",
            description = "Private key (PEM) to sign with. Default: your own, made on first use.")
    @CheckForNull
    private Path key;

    public Tags tags() {
        return tags.tags();
    }

    /** The tags, when the policy knows what they say. */
    public Tags tags(PolicyPack policy, PrintWriter err) {
        return tags.tags(policy, err);
    }

    public OwnKey key() {
        return OwnKey.of(key, System.getenv());
    }

    /**
     * Whose evidence it is.
     *
     * @param directory the project's directory
     * @param clock gives the build's id when none was named
     */
    public Origin origin(Path directory, InstantSource clock) throws IOException {
        Checkout checkout = Checkout.of(directory);
        String name = job;
        return new Origin(
                recorder == null ? machine() : recorder,
                name == null ? String.valueOf(directory.toRealPath().getFileName()) : name,
                build == null ? BUILD_ID.format(clock.instant()) : build,
                null,
                checkout.source(),
                checkout.revision(),
                null);
    }

    /** Opens the ledger of a folder for writing. */
    public Ledger open(Path folder, Origin origin, InstantSource clock, PrintWriter err) throws IOException {
        Ledger ledger = Ledger.open(
                folder, new LedgerIdentity(origin.controller(), origin.job()), key().load(), clock, Limits.DEFAULTS);
        ledger.recovered().forEach(note -> err.println("evidence folder " + folder + ": " + DisplayText.line(note)));
        err.flush();
        return ledger;
    }

    /**
     * Finds what would keep evidence from being recorded in a folder, before time goes into making it: a key that can't sign, a
     * ledger of another project, a damaged one.
     */
    public void check(Path folder, Origin origin, PrintWriter err) throws IOException {
        key().load();
        if (Files.exists(folder.resolve(LedgerLayout.LEDGER))) {
            open(folder, origin, InstantSource.system(), err).close();
            return;
        }
        Path there = folder.toAbsolutePath().normalize();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (there != null && !Files.isDirectory(there)) {
            throw new NotDirectoryException(there.toString());
        }
        if (there != null && !Files.isWritable(there)) {
            throw new AccessDeniedException(there.toString());
        }
    }

    private static String machine() {
        try {
            return "workstation:" + InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "workstation";
        }
    }
}
