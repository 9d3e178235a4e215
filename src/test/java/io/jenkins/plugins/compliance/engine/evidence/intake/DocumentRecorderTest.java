package io.jenkins.plugins.compliance.engine.evidence.intake;

import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.evidence.intake.DocumentRecorder.Documents;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Ledger;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Samples;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verdict;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentRecorderTest {
    private static final Instant START = Samples.START;
    private static final String TESTS =
            "<testsuite name='s' tests='2'><testcase classname='c' name='a'/><testcase classname='c' name='b'><failure/>"
                    + "</testcase></testsuite>";

    @TempDir
    Path folder;

    @TempDir
    Path work;

    @Test
    void severalTestReportsAreOneEntry() throws IOException {
        Evidence entry = record(documents(EvidenceKind.TEST, file("../a b.xml", TESTS), file("b.xml", TESTS)));

        assertThat(entry.kind()).isEqualTo(EvidenceKind.TEST);
        assertThat(((Fact.Document) entry.fact()).counts()).isTrue();
        assertThat(entry.reports())
                .extracting(ReportFact::file)
                .containsExactly("000001-unit-1.xml", "000001-unit-2.xml");
        assertThat(entry.reports())
                .allSatisfy(report -> assertThat(report.tests().total()).isEqualTo(2));
        assertThat(Samples.verify(folder, KEY).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void leftOverBrokenAndUnfitDocumentsDoNotCountAndSayWhy() throws IOException {
        Path old = file("old.xml", TESTS);
        Files.setLastModifiedTime(old, FileTime.from(START.minusSeconds(3600)));

        assertThat(reasons(record(documents(EvidenceKind.TEST, old))))
                .singleElement()
                .asString()
                .startsWith("old.xml: It was written at");
        assertThat(reasons(record(documents(EvidenceKind.TEST, file("cut.xml", TESTS.substring(0, 80))))))
                .anySatisfy(reason -> assertThat(reason).contains("incomplete"));
        assertThat(reasons(record(documents(EvidenceKind.SBOM, file("tests.xml", TESTS)))))
                .containsExactly("There is nothing of the kind sbom in it.");
    }

    @Test
    void kindThatIsNoDocumentIsRefused() {
        assertThatThrownBy(() -> documents(EvidenceKind.SCAN, Path.of("x"))).hasMessageContaining("expected report");
        assertThatThrownBy(() -> documents(EvidenceKind.TEST)).hasMessageContaining("no file");
    }

    private static List<String> reasons(Evidence entry) {
        Fact.Document fact = (Fact.Document) entry.fact();
        assertThat(fact.counts()).isFalse();
        return fact.reasons().stream().map(Object::toString).toList();
    }

    private static Documents documents(EvidenceKind kind, Path... files) {
        return new Documents(kind, "unit", null, List.of(files), START);
    }

    private Evidence record(Documents documents) throws IOException {
        try (Ledger ledger = Samples.open(folder, SHOP, KEY, Samples.ticking())) {
            return new DocumentRecorder(
                            ledger, ReportReaders.standard(), Limits.DEFAULTS, Samples.origin(SHOP, "1"), Tags.NONE)
                    .record(documents, START);
        }
    }

    private Path file(String name, String content) throws IOException {
        Path file = Files.createDirectories(work.resolve("deeper")).resolve(name);
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(START.plusSeconds(1)));
        return file;
    }
}
