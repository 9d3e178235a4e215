package io.jenkins.plugins.compliance.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.assess.Gate;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ComplianceGlobalConfigurationTest {
    @Test
    void keepsWhatTheFormShows(JenkinsRule jenkins) throws Exception {
        ComplianceGlobalConfiguration configuration = ComplianceGlobalConfiguration.get();
        configuration.setGate("enforce");
        configuration.setReportMegabytes(17);

        CompliancePage.roundtrip(jenkins);

        assertThat(configuration.gateMode()).isEqualTo(Gate.Mode.ENFORCE);
        assertThat(configuration.limits()).isEqualTo(Limits.DEFAULTS.withReportBytes(17L << 20));
    }

    @Test
    void whatTheFormGetsWrongIsToldAndChangesNothing(JenkinsRule jenkins) throws Exception {
        JenkinsRule.WebClient client = jenkins.createWebClient();
        HtmlForm form = client.goTo("manage/configureCompliance").getFormByName("config");
        form.getSelectByName("_.gate").setSelectedAttribute("enforce", true);
        ((HtmlInput) form.getInputByName("_.reportMegabytes")).setValue("0");
        client.setThrowExceptionOnFailingStatusCode(false);

        HtmlPage answer = jenkins.submit(form);

        assertThat(answer.asNormalizedText()).contains("a whole number of megabytes from 1 to");
        assertThat(ComplianceGlobalConfiguration.get().getGate()).isEqualTo("observe");
    }

    @Test
    void observesUnlessToldOtherwise(JenkinsRule jenkins) {
        ComplianceGlobalConfiguration configuration = ComplianceGlobalConfiguration.get();

        assertThat(configuration.gateMode()).isEqualTo(Gate.Mode.OBSERVE);
        assertThat(configuration.limits()).isEqualTo(Limits.DEFAULTS);
        assertThatThrownBy(() -> configuration.setGate("never")).hasMessageContaining("observe, warn, enforce");
        assertThatThrownBy(() -> configuration.setReportMegabytes(-1)).hasMessageContaining("from 1 to");
    }

    @Test
    void enforcesWhereTheXmlNamesNoMode(JenkinsRule jenkins) throws Exception {
        Path file =
                jenkins.jenkins.getRootDir().toPath().resolve(ComplianceGlobalConfiguration.class.getName() + ".xml");
        String element = ComplianceGlobalConfiguration.class.getName();
        Files.writeString(
                file, "<" + element + "><gate>sometimes</gate><reportMegabytes>-5</reportMegabytes></" + element + ">");

        ComplianceGlobalConfiguration.get().load();

        assertThat(ComplianceGlobalConfiguration.get().gateMode()).isEqualTo(Gate.Mode.ENFORCE);
        assertThat(ComplianceGlobalConfiguration.get().limits()).isEqualTo(Limits.DEFAULTS);
    }
}
