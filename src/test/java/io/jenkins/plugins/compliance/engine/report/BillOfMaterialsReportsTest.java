package io.jenkins.plugins.compliance.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.report.finding.Component;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.report.finding.VexStatement;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BillOfMaterialsReportsTest {
    @Test
    void cycloneDxSaysTheSameInJsonAndXml() throws IOException {
        Reading json = Reading.of("cyclonedx/report.json");
        Reading xml = Reading.of("cyclonedx/report.xml");

        assertThat(xml.findings()).isEqualTo(json.findings());
        assertThat(xml.components()).isEqualTo(json.components());
        assertThat(xml.statements()).isEqualTo(json.statements());
        for (Reading reading : List.of(json, xml)) {
            assertThat(reading.summary().format()).isEqualTo("cyclonedx");
            assertThat(reading.summary().formatVersion()).isEqualTo("1.6");
            assertThat(reading.summary().results()).isEqualTo(8);
            assertThat(reading.run()).isEqualTo(new ToolRun("maker", "2.9", 8, null, 5L, "components"));
            assertThat(reading.summary().components()).isEqualTo(new ReportSummary.ComponentCounts(4, 1, 1, 2, 1, 2));
            assertThat(reading.components())
                    .extracting(Component::name)
                    .containsExactlyInAnyOrder("a", "b", "inner", "deep");
            assertThat(reading.components())
                    .contains(new Component(
                            "library", "g", "a", "1.0", "pkg:maven/g/a@1.0", List.of("MIT", "Own"), true, "S"))
                    .contains(
                            new Component("library", null, "b", null, null, List.of("MIT OR Apache-2.0"), false, "P"));
            assertThat(reading.problems(Problem.Kind.BAD_ELEMENT)).hasSize(2);
        }
    }

    @Test
    void cycloneDxVulnerabilitiesAndTheirAnalysis() throws IOException {
        Reading reading = Reading.of("cyclonedx/report.json");

        Finding exploitable = reading.finding("CVE-2024-1");
        assertThat(exploitable.severity()).isEqualTo(Severity.HIGH);
        assertThat(exploitable.score()).isEqualTo(7.5);
        assertThat(exploitable.component()).isEqualTo("pkg:maven/g/a@1.0");
        assertThat(exploitable.advisories()).containsExactly("CVE-2024-1", "GHSA-a-b-c");
        assertThat(reading.cwes("CVE-2024-1")).containsExactly(400);
        assertThat(reading.finding("CVE-2024-2").state().suppression()).isEqualTo("not_affected: code_not_reachable");
        assertThat(reading.statements())
                .extracting(VexStatement::status)
                .containsExactly(VexStatement.Status.AFFECTED, VexStatement.Status.NOT_AFFECTED);
    }

    @Test
    void cycloneDxExtensionForVulnerabilities() throws IOException {
        Reading reading = Reading.ofText("""
            <bom xmlns="http://cyclonedx.org/schema/bom/1.2" xmlns:v="http://cyclonedx.org/schema/ext/vulnerability/1.0">
            <components><component type="library"><name>a</name><v:vulnerabilities><v:vulnerability ref="pkg:a">
            <v:id>CVE-2018-7489</v:id><v:ratings><v:rating><v:score><v:base>9.8</v:base></v:score>
            <v:severity>Critical</v:severity><v:method>CVSSv3</v:method></v:rating></v:ratings>
            <v:cwes><v:cwe>184</v:cwe></v:cwes></v:vulnerability></v:vulnerabilities></component></components></bom>
            """, null);

        assertThat(reading.summary().results()).isEqualTo(2);
        assertThat(reading.finding("CVE-2018-7489").score()).isEqualTo(9.8);
        assertThat(reading.finding("CVE-2018-7489").component()).isEqualTo("pkg:a");
        assertThat(reading.cwes("CVE-2018-7489")).containsExactly(184);
    }

    @Test
    void spdx() throws IOException {
        Reading reading = Reading.of("spdx/report.json");

        assertThat(reading.summary().formatVersion()).isEqualTo("2.3");
        assertThat(reading.run()).isEqualTo(new ToolRun("syft", "1.2.0", 3, null, 3L, "packages"));
        assertThat(reading.components())
                .containsExactly(
                        new Component("library", null, "a", "1.0", "pkg:npm/a@1.0", List.of("MIT"), true, "S"),
                        new Component("package", null, "b", null, null, List.of("Apache-2.0"), false, null));
        assertThat(reading.summary().components().dependencyEdges()).isEqualTo(2);
        assertThat(reading.problems(Problem.Kind.BAD_ELEMENT)).hasSize(1);
    }

    private static List<String> licences(Reading reading) {
        return reading.components().get(0).licences();
    }

    @Test
    void cycloneDxLosesNoLicence() throws IOException {
        String lgpl = "http://www.gnu.org/licenses/lgpl-2.1.html";
        List<String> expected = List.of(
                "MIT",
                "LGPL <" + lgpl + ">",
                "The MIT License",
                "https://acme.example/licence",
                "EPL-2.0 OR GPL-2.0-only WITH Classpath-exception-2.0");
        assertThat(licences(Reading.ofText("""
            {"bomFormat": "CycloneDX", "specVersion": "1.7", "components": [{"type": "library", "name": "a", "licenses": [
            {"license": {"id": "MIT", "url": "%1$s"}}, {"license": {"name": "LGPL", "url": "%1$s"}},
            {"license": {"name": "The MIT License", "url": "%1$s"}}, {"license": {"url": "https://acme.example/licence"}},
            {"expression": "EPL-2.0 OR GPL-2.0-only WITH Classpath-exception-2.0", "acknowledgement": "declared"}]}]}
            """.formatted(lgpl), null))).isEqualTo(expected);
        assertThat(licences(Reading.ofText("""
            <bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><component type="library"><name>a</name><licenses>
            <license><id>MIT</id><url>%1$s</url></license>
            <license acknowledgement="declared"><name>LGPL</name><url>%1$s</url></license>
            <license><name>The MIT License</name><url>%1$s</url></license>
            <license><url>https://acme.example/licence</url></license>
            <expression>
              EPL-2.0 OR GPL-2.0-only WITH Classpath-exception-2.0
            </expression></licenses></component></components></bom>
            """.formatted(lgpl), null))).isEqualTo(expected);
        assertThat(licences(Reading.ofText("""
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{"type": "library", "name": "a", "licenses": [
            {"license": {"id": "MIT", "name": "and GPL-3.0-only"}},
            {"expression": "MIT", "license": {"id": "AGPL-3.0-only"}}]}]}
            """, null)))
                .as("a bill that states more than it may")
                .containsExactly("MIT", "and GPL-3.0-only", "MIT", "AGPL-3.0-only");
    }

    @Test
    void spdxDefinesWhatItsReferencesStandFor() throws IOException {
        Reading reading = Reading.ofText("""
            {"spdxVersion": "SPDX-2.3", "packages": [
            {"name": "a", "licenseConcluded": "MIT AND (LicenseRef-1 OR LicenseRef-2)", "licenseDeclared": "GPL-3.0-only"},
            {"name": "b", "licenseConcluded": "NOASSERTION", "licenseDeclared": "LicenseRef-3"},
            {"name": "c", "licenseConcluded": "NONE", "licenseDeclared": "DocumentRef-x:LicenseRef-1"},
            {"name": "d", "licenseConcluded": "LicenseRef-4"},
            {"name": "e", "licenseConcluded": "NOASSERTION", "licenseDeclared": "NONE"}],
            "hasExtractedLicensingInfos": [
            {"licenseId": "LicenseRef-1", "name": "New BSD License", "extractedText": "Redistribution and use ..."},
            {"licenseId": "LicenseRef-2", "name": "Terms of ours", "extractedText": "..."}, "odd",
            {"licenseId": "LicenseRef-3", "name": "NOASSERTION", "extractedText": "GPLv3"},
            {"licenseId": "LicenseRef-4", "name": "x <y>"}]}
            """, null);
        assertThat(reading.summary().complete()).isTrue();
        assertThat(reading.components())
                .extracting(Component::licences)
                .containsExactly(
                        List.of("MIT AND (LicenseRef-1 OR LicenseRef-2) <LicenseRef-1: New BSD License>"),
                        List.of("LicenseRef-3 <LicenseRef-3: GPLv3>"),
                        List.of("DocumentRef-x:LicenseRef-1"),
                        List.of("LicenseRef-4"),
                        List.of());
    }

    @Test
    void aCutSpdxDocumentKeepsWhatStandsBeforeTheCut() throws IOException {
        Reading reading =
                Reading.ofText("{\"spdxVersion\": \"SPDX-2.3\", \"packages\": [{\"name\": \"a\"}, {\"na", null);
        assertThat(reading.summary().complete()).isFalse();
        assertThat(reading.components()).extracting(Component::name).containsExactly("a");
    }

    @Test
    void openVex() throws IOException {
        Reading reading = Reading.of("openvex/report.json");

        assertThat(reading.summary().results()).isEqualTo(4);
        assertThat(reading.summary().formatVersion()).isEqualTo("0.2.0");
        assertThat(reading.statements())
                .containsExactly(
                        new VexStatement(
                                "CVE-2024-1",
                                List.of("pkg:oci/a@1"),
                                VexStatement.Status.NOT_AFFECTED,
                                "vulnerable_code_not_present",
                                null),
                        new VexStatement(
                                "CVE-2024-2", List.of("pkg:oci/b"), VexStatement.Status.AFFECTED, null, "upgrade"),
                        new VexStatement("CVE-2024-3", List.of(), VexStatement.Status.FIXED, null, null));
        assertThat(reading.problems(Problem.Kind.BAD_ELEMENT).get(0).message()).contains("perhaps");
    }

    @Test
    void otherVersionsOfSpdxAreRefusedByName() throws IOException {
        Reading reading = Reading.ofText("{\"spdxVersion\": \"SPDX-3.0\", \"packages\": []}", null);

        assertThat(reading.summary().complete()).isFalse();
        assertThat(reading.problems(Problem.Kind.INCOMPLETE).get(0).message()).contains("SPDX-3.0");
    }
}
