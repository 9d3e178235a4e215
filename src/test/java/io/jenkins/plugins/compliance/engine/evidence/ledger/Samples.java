package io.jenkins.plugins.compliance.engine.evidence.ledger;

import io.jenkins.plugins.compliance.engine.evidence.KeptFile;
import io.jenkins.plugins.compliance.engine.evidence.LedgerIdentity;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.Observation;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.evidence.key.KeyAlgorithm;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import io.jenkins.plugins.compliance.engine.evidence.key.TrustedKey;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ledgers to tamper with. */
public final class Samples {
    public static final LedgerIdentity SHOP = new LedgerIdentity("https://ci.example.org/", "team/shop");
    public static final Instant START = Instant.parse("2026-11-01T08:00:00Z");
    public static final SigningKey KEY = SigningKey.generate(KeyAlgorithm.ED25519);
    public static final SigningKey OTHER_KEY = SigningKey.generate(KeyAlgorithm.P256);

    private Samples() {}

    public static Origin origin(LedgerIdentity identity, String build) {
        return new Origin(
                identity.controller(), identity.job(), build, "push", "https://git.example.org/shop", null, null);
    }

    /** An observation without reports. */
    static Observation fact(LedgerIdentity identity, int build) {
        return new Observation(
                "pipeline",
                START.plusSeconds(build),
                origin(identity, String.valueOf(build)),
                Tags.of(Map.of("exposure", "internet")),
                List.of(),
                new Fact.Pipeline(Map.of("agent.on-controller", "false", "build", String.valueOf(build))));
    }

    /** An observation with a report that is kept. */
    static Observation scan(Ledger ledger, LedgerIdentity identity, int build) throws IOException {
        byte[] report = ("{\"build\":" + build + "}").getBytes(StandardCharsets.UTF_8);
        KeptFile kept = ledger.store("spotbugs.sarif", new ByteArrayInputStream(report));
        KeptFile details = ledger.write("details.jsonl", out -> out.write("{}\n".getBytes(StandardCharsets.UTF_8)));
        return new Observation(
                "scan-spotbugs",
                START.plusSeconds(build),
                origin(identity, String.valueOf(build)),
                Tags.NONE,
                List.of(report(kept, details)),
                scanFact(build));
    }

    public static Fact.Scan scanFact(int build) {
        return new Fact.Scan(
                "spotbugs",
                "SpotBugs",
                "4.9.8",
                "sast",
                "sha256:" + "ab".repeat(32),
                build % 2,
                "exited",
                "findings",
                START,
                START.plusSeconds(3),
                true,
                List.of());
    }

    public static ReportFact report(KeptFile kept, KeptFile details) {
        return new ReportFact(
                kept.name(),
                "sarif",
                kept.size(),
                kept.sha256(),
                true,
                3,
                1,
                new Tally(List.of(
                        new Tally.Cell(Severity.HIGH, List.of(79, 89), Tally.Age.NEW, 1),
                        new Tally.Cell(Severity.LOW, List.of(), Tally.Age.UNKNOWN, 1))),
                ReportSummary.ComponentCounts.NONE,
                ReportSummary.TestCounts.NONE,
                List.of(RunReason.AS_RECORDED.of("runs[0].results[1]: no message")),
                new ReportFact.Details(details.name(), details.size(), details.sha256()));
    }

    /** A clock that moves on by a second at each look. */
    public static InstantSource ticking() {
        return new InstantSource() {
            private Instant now = START;

            @Override
            public Instant instant() {
                now = now.plusSeconds(1);
                return now;
            }
        };
    }

    /** Opens a ledger without patience. */
    public static Ledger open(Path folder, LedgerIdentity identity, SigningKey key, InstantSource clock)
            throws IOException {
        return Ledger.open(folder, identity, key, clock, Limits.DEFAULTS, Duration.ZERO);
    }

    /** A ledger of so many entries, every second one with files. */
    public static Path ledger(Path folder, LedgerIdentity identity, SigningKey key, int entries) {
        try (Ledger ledger = open(folder, identity, key, ticking())) {
            for (int i = 1; i <= entries; i++) {
                ledger.append(i % 2 == 0 ? scan(ledger, identity, i) : fact(identity, i));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The usual bounds but for these two, whatever other bounds there are. */
    public static Limits limits(int envelopeBytes, long ledgerEntries) {
        try {
            RecordComponent[] components = Limits.class.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = switch (components[i].getName()) {
                    case "envelopeBytes" -> envelopeBytes;
                    case "ledgerEntries" -> ledgerEntries;
                    default -> components[i].getAccessor().invoke(Limits.DEFAULTS);
                };
            }
            return Limits.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Verification verify(Path place, SigningKey... keys) {
        return verify(place, VerifyOptions.DEFAULTS, keys);
    }

    public static Verification verify(Path place, VerifyOptions options, SigningKey... keys) {
        List<TrustedKey> trusted = new ArrayList<>();
        for (SigningKey key : keys) {
            trusted.add(TrustedKey.always(key.publicKey()));
        }
        try {
            Verification fast = LedgerReader.verify(place, new KeySet(trusted), options, Limits.DEFAULTS);
            Verification full = LedgerReader.read(place, new KeySet(trusted), options, Limits.DEFAULTS);
            if (fast.verdict() != full.verdict()) {
                throw new AssertionError("fast says " + fast + ", full says " + full);
            }
            return full;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a ledger, without line feeds. */
    public static List<String> lines(Path folder) {
        try {
            return new ArrayList<>(Files.readAllLines(folder.resolve(LedgerLayout.LEDGER)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void lines(Path folder, List<String> lines) {
        try {
            StringBuilder text = new StringBuilder();
            lines.forEach(line -> text.append(line).append('\n'));
            Files.writeString(folder.resolve(LedgerLayout.LEDGER), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was found and makes the verdict, each as {@code sequence what}. */
    static List<String> found(Verification verification) {
        return verification.problems().stream()
                .map(problem -> problem.sequence() + " " + problem.what().id())
                .toList();
    }
}
