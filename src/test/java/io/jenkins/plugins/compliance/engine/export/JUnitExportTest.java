package io.jenkins.plugins.compliance.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.assess.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JUnitExportTest {
    private Document report;

    @BeforeEach
    void write() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Exports.byId("junit").orElseThrow().write(Portal.assessment(), PortalEvidence.findings(), out);
        report = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()));
    }

    @Test
    void endsEachCaseAsItsOutcomeAsks() {
        Map<String, String> ends = new HashMap<>();
        NodeList cases = report.getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            Element each = (Element) cases.item(i);
            ends.put(
                    each.getAttribute("name"),
                    each.getFirstChild() == null ? "pass" : each.getFirstChild().getNodeName());
        }
        assertThat(ends).hasSize(25);
        Portal.assessment()
                .procedures()
                .forEach(each -> assertThat(ends.get(each.procedure().id())).isEqualTo(expected(each.outcome())));
    }

    @Test
    void countsWhatItHolds() {
        Element root = report.getDocumentElement();
        assertThat(root.getAttribute("tests")).isEqualTo("25");
        assertThat(root.getAttribute("failures")).isEqualTo("4");
        assertThat(root.getAttribute("errors")).isEqualTo("7");
        assertThat(root.getAttribute("skipped")).isEqualTo("4");
        assertThat(report.getElementsByTagName("failure").getLength()).isEqualTo(4);
        assertThat(report.getElementsByTagName("error").getLength()).isEqualTo(7);
    }

    @Test
    void explainsFailures() {
        String text = report.getElementsByTagName("failure").item(0).getTextContent();
        assertThat(text)
                .contains("What to do: Scan the source of every build")
                .contains("Why: iso-27001-2022/A.8.28, nist-800-53-r5/SA-11, nist-800-53-r5/SA-11(1), ssdf-1.1/PW.7.2")
                .contains("high: src/main/java/org/example/billing/InvoiceSearch0.java:40")
                .contains("and 4 more");
    }

    private static String expected(Outcome outcome) {
        return switch (outcome) {
            case SATISFIED -> "pass";
            case NOT_SATISFIED -> "failure";
            case MISSING, STALE, UNVERIFIABLE -> "error";
            default -> "skipped";
        };
    }
}
