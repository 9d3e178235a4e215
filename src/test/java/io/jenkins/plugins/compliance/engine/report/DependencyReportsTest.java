package io.jenkins.plugins.compliance.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.Place;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DependencyReportsTest {
    @Test
    void trivyGivesEachSortOfEntry() throws IOException {
        Reading reading = Reading.of("trivy/report.json");

        assertThat(reading.summary().format()).isEqualTo("trivy");
        assertThat(reading.summary().complete()).isTrue();
        assertThat(reading.summary().results()).isEqualTo(10);
        assertThat(reading.summary().suppressed()).isEqualTo(2);
        assertThat(reading.run()).isEqualTo(new ToolRun("trivy", "0.69.1", 10, null, 4L, "targets"));
        assertThat(reading.problems(Problem.Kind.BAD_ELEMENT))
                .extracting(Problem::where)
                .containsExactly("Results[0].Vulnerabilities[2]", "Results[0].Vulnerabilities[3]");
        Finding overflow = reading.finding("CVE-2024-0001");
        assertThat(overflow.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(overflow.score()).isEqualTo(9.8);
        assertThat(overflow.component()).isEqualTo("pkg:deb/debian/libfoo@1.0");
        assertThat(overflow.fixedIn()).isEqualTo("1.1");
        assertThat(overflow.advisories()).containsExactly("CVE-2024-0001");
        assertThat(overflow.cwes()).containsExactly(new CweClaim(787, CweClaim.Basis.FIELD));
        assertThat(overflow.help()).isEqualTo("https://example.org/CVE-2024-0001");
        assertThat(overflow.fingerprint()).matches("[0-9a-f]{32}");
        Finding unrated = reading.finding("CVE-2024-0002");
        assertThat(unrated.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(unrated.help()).isNull();
        assertThat(unrated.component()).isEqualTo("libbar@2.0");
        assertThat(reading.finding("DS002").place()).isEqualTo(new Place("Dockerfile", 3, 0, 4, "stage 0"));
        assertThat(reading.finding("DS005").state().kind()).isEqualTo(Finding.Kind.PASS);
        assertThat(reading.finding("DS026").state().suppressed()).isTrue();
        assertThat(reading.finding("CVE-2024-0003").state().suppression()).isEqualTo("not_affected: never called");
        assertThat(reading.finding("licence:GPL-3.0").severity()).isEqualTo(Severity.HIGH);
        assertThat(reading.finding("generic").place().line()).isEqualTo(7);
        assertThat(reading.findings().toString()).doesNotContain("sesame-open");
    }

    @Test
    void trivyOfSchemaOneIsAList() throws IOException {
        Reading reading = Reading.of("trivy/schema1.json");

        assertThat(reading.summary().results()).isEqualTo(1);
        assertThat(reading.run().evaluated()).isEqualTo(2);
    }

    @Test
    void trivySaysWhichObjectOfAClusterCouldNotBeScanned() throws IOException {
        Reading reading = Reading.of("trivy/cluster.json");

        assertThat(reading.summary().results()).isEqualTo(1);
        assertThat(reading.problems(Problem.Kind.TOOL_ERROR))
                .extracting(Problem::toString)
                .containsExactly("Resources[1]: Pod/q: image not found");
    }

    @Test
    void grypeKeepsIgnoredMatchesAsSuppressed() throws IOException {
        Reading reading = Reading.of("grype/report.json");

        assertThat(reading.summary().results()).isEqualTo(3);
        assertThat(reading.run().version()).isEqualTo("0.96.0");
        Finding match = reading.finding("GHSA-aaaa-bbbb-cccc");
        assertThat(match.severity()).isEqualTo(Severity.HIGH);
        assertThat(match.score()).isEqualTo(8.2);
        assertThat(match.fixedIn()).isEqualTo("2.0, 3.0");
        assertThat(match.advisories()).containsExactly("CVE-2024-7", "GHSA-aaaa-bbbb-cccc");
        assertThat(match.place()).isEqualTo(Place.of("/app/package-lock.json"));
        assertThat(reading.finding("CVE-2024-8").state().suppression()).isEqualTo("ignored by rule: accepted");
        assertThat(reading.problems(Problem.Kind.BAD_ELEMENT)).hasSize(1);
    }

    @Test
    void dependencyCheckSaysTheSameInJsonAndXml() throws IOException {
        Reading json = Reading.of("dependency-check/report.json");
        Reading xml = Reading.of("dependency-check/report.xml");

        assertThat(xml.findings()).isEqualTo(json.findings());
        for (Reading reading : new Reading[] {json, xml}) {
            assertThat(reading.summary().format()).isEqualTo("dependency-check");
            assertThat(reading.summary().results()).isEqualTo(3);
            assertThat(reading.run()).isEqualTo(new ToolRun("dependency-check", "12.1.0", 3, null, 2L, "dependencies"));
            assertThat(reading.problems(Problem.Kind.BAD_ELEMENT)).hasSize(1);
            assertThat(reading.problems(Problem.Kind.TOOL_ERROR))
                    .extracting(Problem::message)
                    .containsExactly("no network");
            Finding found = reading.finding("CVE-2023-1");
            assertThat(found.score()).isEqualTo(7.5);
            assertThat(found.component()).isEqualTo("pkg:maven/g/a@1.0");
            assertThat(found.place()).isEqualTo(Place.of("/lib/a.jar"));
            assertThat(reading.cwes("CVE-2023-1")).containsExactly(502);
            assertThat(reading.finding("CVE-2023-2").state().suppression()).isEqualTo("not reachable");
        }
    }

    @Test
    void osvScannerRatesByVectorAndByMalice() throws IOException {
        Reading reading = Reading.of("osv/report.json");

        assertThat(reading.summary().results()).isEqualTo(3);
        Finding found = reading.finding("GHSA-1111-2222-3333");
        assertThat(found.score()).isEqualTo(9.8);
        assertThat(found.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(found.fixedIn()).isEqualTo("1.2.0");
        assertThat(found.component()).isEqualTo("a@1.0.0");
        assertThat(reading.finding("MAL-2024-1").severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void npmAuditOfVersionTwo() throws IOException {
        Reading reading = Reading.of("npm-audit/version2.json");

        assertThat(reading.summary().results()).isEqualTo(3);
        assertThat(reading.run().evaluated()).isEqualTo(12);
        Finding found = reading.finding("minimist");
        assertThat(found.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(found.advisories()).containsExactly("GHSA-xvch-5gv4-984h");
        assertThat(found.fixedIn()).isEqualTo("mkdirp@0.5.6");
        assertThat(reading.cwes("minimist")).containsExactly(1321);
        assertThat(reading.finding("mkdirp").message()).contains("depends on vulnerable versions of minimist");
        assertThat(reading.problems(Problem.Kind.BAD_ELEMENT))
                .extracting(Problem::toString)
                .containsExactly("vulnerabilities.broken: has no \"severity\"");
    }

    @Test
    void npmAuditOfVersionOne() throws IOException {
        Reading reading = Reading.of("npm-audit/version1.json");

        Finding found = reading.finding("146");
        assertThat(found.component()).isEqualTo("growl@1.9.0");
        assertThat(found.advisories()).containsExactly("CVE-2017-16042");
        assertThat(reading.run().evaluated()).isEqualTo(918);
    }

    @Test
    void anAuditThatTheRegistryRefusedIsNeverClean() throws IOException {
        Reading reading = Reading.of("npm-audit/refused.json");

        assertThat(reading.summary().format()).isEqualTo("npm-audit");
        assertThat(reading.summary().complete()).isFalse();
        assertThat(reading.run().successful()).isFalse();
        assertThat(reading.problems(Problem.Kind.TOOL_ERROR)).hasSize(1);
        assertThat(reading.problems(Problem.Kind.INCOMPLETE).get(0).message())
                .contains("405 Method Not Allowed", "the audit failed");
    }

    @Test
    void yarnAuditIsOneObjectALine() throws IOException {
        Reading reading = Reading.of("yarn-audit/report.json");

        assertThat(reading.summary().results()).isEqualTo(2);
        assertThat(reading.finding("1179").advisories()).containsExactly("GHSA-7fhm-mqm4-2wp7");
        assertThat(reading.problems(Problem.Kind.BAD_ELEMENT))
                .extracting(Problem::where)
                .containsExactly("document 2");
        assertThat(Reading.of("yarn-audit/berry.json").finding("1065").component())
                .isEqualTo("lodash@4.17.15");
    }

    @Test
    void yarnAuditWithoutItsSummaryIsIncomplete() throws IOException {
        String first = new String(Reading.bytes("yarn-audit/report.json"))
                .lines()
                .findFirst()
                .orElseThrow();

        assertThat(Reading.ofText(first, null).summary().complete()).isFalse();
    }

    @Test
    void retireKeepsItsErrors() throws IOException {
        Reading reading = Reading.of("retire/report.json");

        assertThat(reading.summary().results()).isEqualTo(3);
        Finding found = reading.finding("CVE-2012-6708");
        assertThat(found.component()).isEqualTo("jquery@1.8.1");
        assertThat(found.advisories()).containsExactly("CVE-2012-6708", "GHSA-2pqj-h3vj-pqgw");
        assertThat(found.fixedIn()).isEqualTo("1.9.0");
        assertThat(reading.cwes("CVE-2012-6708")).containsExactly(79);
        assertThat(reading.problems(Problem.Kind.TOOL_ERROR)).hasSize(1);
        assertThat(reading.problems(Problem.Kind.BAD_ELEMENT)).hasSize(1);
    }

    @Test
    void snykSaysWhichProjectFailed() throws IOException {
        Reading reading = Reading.of("snyk/report.json");

        assertThat(reading.summary().results()).isEqualTo(3);
        assertThat(reading.summary().suppressed()).isEqualTo(1);
        assertThat(reading.run().evaluated()).isEqualTo(10);
        assertThat(reading.run().successful()).isFalse();
        assertThat(reading.finding("SNYK-JS-A-1").fixedIn()).isEqualTo("1.1.0");
        assertThat(reading.problems(Problem.Kind.TOOL_ERROR))
                .extracting(Problem::toString)
                .containsExactly("[1]: /app/docs: Could not detect supported target files");
    }

    @Test
    void govulncheckTellsWhatIsCalledFromWhatIsThere() throws IOException {
        Reading reading = Reading.of("govulncheck/report.json");

        assertThat(reading.summary().results()).isEqualTo(3);
        assertThat(reading.run()).isEqualTo(new ToolRun("govulncheck", "v1.1.4", 3, null, 2L, "modules"));
        Finding there = reading.findings().get(0);
        Finding called = reading.findings().get(1);
        assertThat(there.state().counts()).isFalse();
        assertThat(called.state().counts()).isTrue();
        assertThat(called.severity()).isEqualTo(Severity.HIGH);
        assertThat(called.place()).isEqualTo(new Place("main.go", 12, 5, 0, "Parse"));
        assertThat(called.advisories()).containsExactly("CVE-2021-38561", "GO-2021-0113");
        assertThat(Reading.of("govulncheck/legacy.json").summary().tally().total())
                .isEqualTo(1);
    }
}
