package io.jenkins.plugins.compliance.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class JsonExportTest {
    @Test
    void holdsTheWholeAssessment() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Exports.byId("json").orElseThrow().write(Portal.assessment(), FindingsSource.NONE, out);
        JsonNode json = new ObjectMapper().readTree(out.toByteArray());
        assertThat(json.get("schema").asInt()).isEqualTo(1);
        assertThat(json.at("/policy/digest").asText()).startsWith("sha256:5f2b");
        assertThat(json.at("/tags/exposure").asText()).isEqualTo("internet");
        assertThat(json.at("/counts/procedures/not-satisfied").asInt()).isEqualTo(4);
        assertThat(json.get("procedures")).hasSize(25);
        assertThat(json.get("requirements")).hasSize(60);
        assertThat(json.get("evidence")).hasSize(18);
        JsonNode waived = json.at("/procedures/9");
        assertThat(waived.get("outcome").asText()).isEqualTo("waived");
        assertThat(waived.get("waived").asText()).isEqualTo("not-satisfied");
        assertThat(waived.get("waiver").asText()).isEqualTo("W-2026-031");
        assertThat(json.at("/procedures/0/evidence/0/sequence").asLong()).isEqualTo(3);
        assertThat(json.at("/procedures/0/evidence/0/ledger").asText()).isEqualTo("1".repeat(32));
        assertThat(json.at("/procedures/0/summaryCode/code").asText()).isEqualTo("as-recorded");
        assertThat(json.at("/procedures/0/reasonCodes/1/arguments/text").asText())
                .isEqualTo(json.at("/procedures/0/reasons/1").asText());
        assertThat(json.at("/procedures/0/requirements/0").asText()).isEqualTo("iso-27001-2022/A.8.28");
        assertThat(json.at("/evidence/3/verified").asBoolean()).isFalse();
        assertThat(json.at("/evidence/2/reports/0/findings/high").asInt()).isEqualTo(12);
        assertThat(json.at("/procedures/24/title").asText()).isEqualTo(Portal.HOSTILE);
    }
}
