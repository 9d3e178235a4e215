package io.jenkins.plugins.compliance.engine.evidence;

import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.Observation;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.evidence.form.ChainLink;
import io.jenkins.plugins.compliance.engine.evidence.form.Envelope;
import io.jenkins.plugins.compliance.engine.evidence.form.HeadStatement;
import io.jenkins.plugins.compliance.engine.evidence.form.LedgerHead;
import io.jenkins.plugins.compliance.engine.evidence.form.StatementWriter;
import io.jenkins.plugins.compliance.engine.evidence.key.KeyAlgorithm;
import io.jenkins.plugins.compliance.engine.evidence.key.KeyPem;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerLayout;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A ledger of a job as years of builds leave it: two entries a build, the plan and a scan. In the package of the recorder,
 * because it signs like that one but does not force each entry to disk: ten thousand builds would take an hour.
 */
public final class GeneratedLedger {
    private static final LedgerIdentity JOB = new LedgerIdentity("https://ci.example.org/", "team/shop");
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    private static final String LEDGER = "5ca1ab1e".repeat(4);
    private static final String DIGEST = "c0ffee00".repeat(8);
    private static final String KEY = "recorder.pub";

    private final List<String> digests = new ArrayList<>(List.of(ChainLink.NONE));
    private final SigningKey key = SigningKey.generate(KeyAlgorithm.ED25519);

    private GeneratedLedger() {}

    /** A ledger of so many builds below a directory, made on the first call. */
    public static Path of(Path directory, int builds) throws IOException {
        Path folder = directory.resolve("ledger-" + builds);
        if (!Files.exists(folder.resolve(KEY))) {
            Files.createDirectories(folder);
            new GeneratedLedger().write(folder, builds);
        }
        return folder;
    }

    /** The key of a generated ledger. */
    public static KeySet keys(Path folder) throws IOException {
        return KeySet.of(KeyPem.verification(Files.readString(folder.resolve(KEY)), KEY));
    }

    private void write(Path folder, int builds) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(LedgerLayout.LEDGER)))) {
            for (int build = 1; build <= builds; build++) {
                append(out, observation("plan", build, List.of(), plan()), List.of());
                String prefix = LedgerLayout.numbered(digests.size(), "");
                List<KeptFile> files = List.of(
                        new KeptFile(prefix + "spotbugs.sarif", 123_456, DIGEST),
                        new KeptFile(prefix + "details.jsonl", 45_678, DIGEST));
                append(out, observation("scan-spotbugs", build, List.of(report(files)), scan()), files);
            }
        }
        long last = digests.size() - 1;
        LedgerHead head = new LedgerHead(LEDGER, JOB, 1, last, digests.get((int) last), recordedAt(last));
        Files.write(folder.resolve(LedgerLayout.HEAD), HeadStatement.seal(head, key));
        Files.writeString(folder.resolve(KEY), key.publicKey().pem());
    }

    private void append(OutputStream out, Observation observation, List<KeptFile> files) throws IOException {
        int sequence = digests.size();
        ChainLink link = new ChainLink(
                LEDGER, sequence, digests.get(sequence - 1), recordedAt(sequence), null, null, files);
        byte[] envelope = Envelope.seal(StatementWriter.write(link, observation), key).toByteArray();
        out.write(envelope);
        out.write('\n');
        digests.add(Sha256.hex(envelope));
    }

    private static Instant recordedAt(long sequence) {
        return BEGIN.plusSeconds(sequence * 3600);
    }

    private static Observation observation(String name, int build, List<ReportFact> reports, Fact fact) {
        Origin origin = new Origin(
                JOB.controller(),
                JOB.job(),
                Integer.toString(build),
                "push",
                "https://git.example.org/team/shop.git",
                "0123456789abcdef0123456789abcdef01234567",
                "agent-7");
        Tags tags = Tags.of(Map.of("exposure", "internet", "data", "personal", "kind", "web"));
        return new Observation(name, BEGIN.plusSeconds(build), origin, tags, reports, fact);
    }

    private static Fact plan() {
        List<Fact.PlannedTool> tools = new ArrayList<>();
        for (String tool : List.of("spotbugs", "pmd", "cyclonedx", "secretlint", "eslint", "retire")) {
            tools.add(new Fact.PlannedTool(tool, "sast", true, null));
        }
        return new Fact.Plan(tools);
    }

    private static Fact scan() {
        return new Fact.Scan(
                "spotbugs", "SpotBugs", "4.9.8", "sast", "sha256:" + DIGEST, 0, "exited", "ran", BEGIN, BEGIN, true, List.of());
    }

    private static ReportFact report(List<KeptFile> files) {
        List<Tally.Cell> cells = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            cells.add(new Tally.Cell(severity, List.of(79, 89), Tally.Age.OUTSTANDING, 3));
            cells.add(new Tally.Cell(severity, List.of(22), Tally.Age.NEW, 1));
        }
        KeptFile report = files.get(0);
        KeptFile details = files.get(1);
        return new ReportFact(
                report.name(),
                "sarif",
                report.size(),
                report.sha256(),
                true,
                20,
                0,
                new Tally(cells),
                ReportSummary.ComponentCounts.NONE,
                ReportSummary.TestCounts.NONE,
                List.of(),
                new ReportFact.Details(details.name(), details.size(), details.sha256()));
    }
}
