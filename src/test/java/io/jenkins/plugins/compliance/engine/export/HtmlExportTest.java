package io.jenkins.plugins.compliance.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class HtmlExportTest {
    private static final ExportOptions OPTIONS = ExportOptions.DEFAULTS.withWaivers(Portal.waivers());

    @Test
    void isWellFormedAndEveryLinkLeadsSomewhere() throws Exception {
        Document report = report(Portal.assessment(), PortalEvidence.findings(), OPTIONS);
        List<String> ids = attributes(report, "*", "id");
        assertThat(ids).doesNotHaveDuplicates();
        Set<String> places = new HashSet<>(ids);
        List<String> links = attributes(report, "a", "href");
        links.addAll(attributes(report, "use", "href"));
        assertThat(links).hasSizeGreaterThan(300);
        assertThat(links).allSatisfy(link -> {
            if (link.startsWith("#")) {
                assertThat(places).contains(link.substring(1));
            } else {
                assertThat(link).startsWith("https://");
            }
        });
        attributes(report, "*", "aria-labelledby")
                .forEach(each -> assertThat(places).contains(each));
    }

    @Test
    void hasAPlaceForEveryProcedureRequirementAndEvidenceThatMatters() throws Exception {
        Assessment assessment = Portal.assessment();
        List<String> ids = attributes(report(assessment, PortalEvidence.findings(), OPTIONS), "tr", "id");
        int current = new Chain(assessment).current().size();
        assertThat(current).isLessThan(assessment.evidence().size());
        assertThat(ids)
                .hasSize(assessment.procedures().size()
                        + assessment.requirements().size()
                        + current
                        + 2);
        assertThat(ids)
                .contains("procedure-sast-every-build", "requirement-nist-800-53-r5:SA-11_28_1_29_", "evidence-3");
    }

    @Test
    void runsAndLoadsNothing() throws Exception {
        String text = write(Portal.assessment(), PortalEvidence.findings(), OPTIONS);
        Document report = parse(text);
        for (String element : List.of("script", "img", "iframe", "link", "object", "embed", "form", "base")) {
            assertThat(report.getElementsByTagName(element).getLength())
                    .as(element)
                    .isZero();
        }
        NodeList all = report.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            for (int j = 0; j < all.item(i).getAttributes().getLength(); j++) {
                String name = all.item(i).getAttributes().item(j).getNodeName();
                assertThat(name).doesNotStartWith("on").isNotIn("style", "src", "srcset", "xlink:href");
            }
        }
        assertThat(text).doesNotContain("url(").doesNotContain("@import").doesNotContain("javascript:alert(1)\"");
    }

    @Test
    void namesTheDigestOfItsStyleSheetInItsPolicy() throws Exception {
        Document report = report(Portal.assessment(), FindingsSource.NONE, OPTIONS);
        String css = report.getElementsByTagName("style").item(0).getTextContent();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
        assertThat(attributes(report, "meta", "content"))
                .anySatisfy(content -> assertThat(content)
                        .startsWith("default-src 'none'; style-src 'sha256-"
                                + Base64.getEncoder().encodeToString(digest) + "'"));
    }

    @Test
    void showsHostileTextAsText() throws Exception {
        Document report = report(Portal.assessment(), PortalEvidence.findings(), OPTIONS);
        String text = report.getDocumentElement().getTextContent();
        assertThat(text)
                .contains("<script>alert('x')</script>\"><img src=x onerror=alert(1)> &amp; ]]> [U+202E]txt.exe");
        assertThat(text).doesNotContain("\u202E").doesNotContain("\u001b");
        assertThat(text).contains("not a link (javascript:alert(1))");
    }

    @Test
    void saysWhatHoldsWhatToDoAndWhere() throws Exception {
        String text = report(Portal.assessment(), PortalEvidence.findings(), OPTIONS)
                .getDocumentElement()
                .getTextContent();
        assertThat(text)
                .contains("10 of 23 procedures hold: 2 can't be verified, 4 are not satisfied, 3 have no evidence")
                .contains("src/main/java/org/example/billing/InvoiceSearch0.java:40")
                .contains("and 4 more, not shown here")
                .contains("CVE-2012-6708")
                .contains("fixed in 1.9.0")
                .contains("Ada Okafor asked, Jonas Lindqvist approved")
                .contains("the file 000004-cppcheck.xml has another digest than the statement says")
                .contains("A finding that nobody understands is not a false positive.");
    }

    @Test
    void tellsOutcomesApartByWordAndShape() throws Exception {
        Document report = report(Portal.assessment(), PortalEvidence.findings(), OPTIONS);
        NodeList spans = report.getElementsByTagName("span");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < spans.getLength(); i++) {
            Element span = (Element) spans.item(i);
            if (span.getAttribute("class").startsWith("badge")) {
                String word = span.getTextContent();
                assertThat(span.getElementsByTagName("use")
                                .item(0)
                                .getAttributes()
                                .getNamedItem("href")
                                .getNodeValue())
                        .isEqualTo("#shape-" + word.replace(' ', '-'));
                seen.add(word);
            }
        }
        assertThat(seen).hasSize(Outcome.values().length);
    }

    @Test
    void staysReadableWhenThereIsMuch() throws Exception {
        Assessment portal = Portal.assessment();
        List<ProcedureResult> procedures = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            procedures.add(Renamed.procedure(portal.procedures().get(i % 25), "p-" + i));
        }
        List<RequirementResult> requirements = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            requirements.add(Renamed.requirement(portal.requirements().get(i % 60), "R-" + i, "p-" + i % 300));
        }
        List<Evidence> evidence = portal.evidence();
        Assessment large = new Assessment(
                portal.asOf(),
                portal.policy(),
                portal.job(),
                portal.build(),
                portal.tags(),
                portal.archetypes(),
                procedures,
                requirements,
                evidence);
        String text = write(large, PortalEvidence.findings(50_000), OPTIONS);
        assertThat(text.length()).isLessThan(4_000_000);
        Document report = parse(text);
        assertThat(report.getDocumentElement().getTextContent())
                .contains("and 16,657 more, not shown here")
                .contains("Shown: 14 of 1200 requirements, 14 of 276 procedures")
                .contains("see the table of procedures");
        assertThat(report.getElementsByTagName("article").getLength()).isEqualTo(OPTIONS.actions());
    }

    @Test
    void writesTheSameBytesEachTime() throws Exception {
        assertThat(write(Portal.assessment(), PortalEvidence.findings(), OPTIONS))
                .isEqualTo(write(Portal.assessment(), PortalEvidence.findings(), OPTIONS));
    }

    @Test
    void saysThatThereIsNothingToJudge() throws Exception {
        Assessment portal = Portal.assessment();
        Assessment empty = new Assessment(
                portal.asOf(),
                portal.policy(),
                portal.job(),
                "",
                portal.tags(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        String text =
                report(empty, FindingsSource.NONE, OPTIONS).getDocumentElement().getTextContent();
        assertThat(text).contains("Nothing to judge").doesNotContain("Everything");
    }

    private static Document report(Assessment assessment, FindingsSource findings, ExportOptions options)
            throws Exception {
        return parse(write(assessment, findings, options));
    }

    private static String write(Assessment assessment, FindingsSource findings, ExportOptions options)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Exports.byId("html", options).orElseThrow().write(assessment, findings, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Document parse(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> attributes(Document report, String element, String attribute) {
        NodeList all = report.getElementsByTagName(element);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            String value = ((Element) all.item(i)).getAttribute(attribute);
            if (!value.isEmpty()) {
                values.add(value);
            }
        }
        return values;
    }
}
