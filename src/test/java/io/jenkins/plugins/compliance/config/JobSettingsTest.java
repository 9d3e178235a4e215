package io.jenkins.plugins.compliance.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.model.FreeStyleProject;
import hudson.model.Job;
import hudson.model.JobProperty;
import hudson.model.TaskListener;
import io.jenkins.plugins.compliance.config.policy.PolicyStore;
import io.jenkins.plugins.compliance.engine.assess.Gate;
import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import javax.xml.transform.stream.StreamSource;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class JobSettingsTest {
    private static JenkinsRule jenkins;

    private Folder outer;
    private Folder inner;
    private FreeStyleProject job;

    @BeforeAll
    static void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @BeforeEach
    void begin() throws IOException {
        outer = jenkins.jenkins.createProject(
                Folder.class, "outer-" + UUID.randomUUID().toString().substring(0, 8));
        inner = outer.createProject(Folder.class, "inner");
        job = inner.createProject(FreeStyleProject.class, "job");
    }

    @Test
    void aNearerLevelAddsTagsAndKeepsThoseOfAFartherOne() throws Exception {
        folder(outer).setTags("data=personal");
        folder(inner).setTags("data=none, exposure=internet");
        property(job).setTags("exposure=none\nkind=service");

        JobSettings settings = JobSettings.of(job);
        assertThat(settings.tags()).hasToString("data=personal, exposure=internet, kind=service");
        assertThat(settings.tagsOf(Tags.of(Map.of("kind", "library", "team", "pay"))))
                .hasToString("data=personal, exposure=internet, kind=service, team=pay");
    }

    @Test
    void theStrictestGateHolds() throws Exception {
        assertThat(JobSettings.of(job).gate()).isEqualTo(Gate.Mode.OBSERVE);
        property(job).setGate("warn");
        assertThat(JobSettings.of(job).gate()).isEqualTo(Gate.Mode.WARN);
        folder(outer).setGate("enforce");
        folder(inner).setGate("observe");
        assertThat(JobSettings.of(job).gate()).isEqualTo(Gate.Mode.ENFORCE);
    }

    @Test
    void levelsAddProceduresAndArchetypes() throws Exception {
        PolicyPack base = PolicyStore.get().current().pack();
        String archetype = base.archetypes().get(0).id();
        folder(outer).setArchetype(archetype);
        folder(inner).setProcedures(procedure(base, "inner-pentest"));
        property(job).setProcedures(procedure(base, "job-pentest"));

        PolicyIndex policy = JobSettings.of(job).policy();

        assertThat(policy.procedure("inner-pentest")).isPresent();
        assertThat(policy.procedure("job-pentest")).isPresent();
        assertThat(policy.pack().procedures()).hasSize(base.procedures().size() + 2);
        assertThat(policy.pack().digest()).isNotEqualTo(base.digest());
        assertThat(policy.demands(Tags.NONE).archetypes())
                .extracting(Archetype::id)
                .contains(archetype);
        assertThat(JobSettings.of(job).archetype()).isEqualTo(archetype);
        assertThat(JobSettings.of(job).policy())
                .as("kept for the next judgement")
                .isSameAs(policy);
        assertThat(JobSettings.of(jenkins.createFreeStyleProject())
                        .policy()
                        .pack()
                        .digest())
                .isEqualTo(base.digest());
    }

    @Test
    void whatDoesNotFitThePolicySaysWhereToMendIt() throws Exception {
        PolicyPack base = PolicyStore.get().current().pack();
        folder(inner).setProcedures(procedure(base, base.procedures().get(0).id()));

        assertThatThrownBy(() -> JobSettings.of(job).policy())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("folder " + inner.getFullName())
                .hasMessageContaining("duplicate-id");
    }

    @Test
    void settersRefuseWhatIsWrong() {
        ComplianceJobProperty property = new ComplianceJobProperty();
        assertThatThrownBy(() -> property.setTags("data")).hasMessageContaining("expected key=value");
        assertThatThrownBy(() -> property.setTags("a=1,a=2")).hasMessageContaining("twice");
        assertThatThrownBy(() -> property.setTags("a=<script>")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> property.setGate("off")).hasMessageContaining("observe, warn or enforce");
        assertThatThrownBy(() -> property.setArchetype("../x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> property.setProcedures("overrides: [x]")).hasMessageContaining("unknown-key");
        assertThat(property.settings("job x")).isEqualTo(new LevelSettings("job x", null, null, null, null));
    }

    @Test
    void configXmlGetsRoundNoRule() throws Exception {
        post(job, "<gate>off</gate>");
        assertThat(JobSettings.of(job).gate()).isEqualTo(Gate.Mode.ENFORCE);

        post(job, "<tags>data=&lt;script&gt;</tags>");
        assertThat(JobSettings.of(job).tags()).isEqualTo(Tags.NONE);
        assertThatThrownBy(() -> JobSettings.of(job).policy()).hasMessageContaining("mend its tags");

        post(job, "<archetype>../../x</archetype>");
        assertThatThrownBy(() -> JobSettings.of(job).policy()).hasMessageContaining("wrong-value");

        post(job, "<procedures>procedures: [{id: x}]\nuses: [bundled:compliance-stages]</procedures>");
        assertThatThrownBy(() -> JobSettings.of(job).policy()).hasMessageContaining("unknown-key");
    }

    private static void post(Job<?, ?> job, String content) throws IOException {
        String element = ComplianceJobProperty.class.getName();
        String xml = "<project><properties><" + element + ">" + content + "</" + element + "></properties></project>";
        job.updateByXml(new StreamSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void theFormsOfFolderAndJobKeepWhatTheyShow() throws Exception {
        PolicyPack base = PolicyStore.get().current().pack();
        ComplianceFolderProperty folder = folder(inner);
        folder.setTags("data=personal, exposure=internet");
        folder.setGate("warn");
        folder.setArchetype(base.archetypes().get(0).id());
        folder.setProcedures(procedure(base, "pentest"));
        jenkins.configRoundtrip(inner);
        jenkins.assertEqualDataBoundBeans(folder, inner.getProperties().get(ComplianceFolderProperty.class));

        ComplianceJobProperty property = property(job);
        property.setTags("kind=web");
        property.setGate("enforce");
        jenkins.configRoundtrip(job);
        jenkins.assertEqualDataBoundBeans(property, job.getProperty(ComplianceJobProperty.class));

        inner.getProperties().remove(ComplianceFolderProperty.class);
        jenkins.configRoundtrip(inner);
        assertThat(inner.getProperties().get(ComplianceFolderProperty.class)).isNull();
        job.removeProperty(ComplianceJobProperty.class);
        jenkins.configRoundtrip(job);
        assertThat(job.getProperty(ComplianceJobProperty.class)).isNull();
    }

    @Test
    void aPipelineNamesThePropertyByItsSymbol() throws Exception {
        folder(outer).setGate("warn");

        JobProperty<?> property = (JobProperty<?>) new UninstantiatedDescribable(
                        "compliance", null, Map.of("tags", "exposure=internet, data=personal", "gate", "enforce"))
                .instantiate(JobProperty.class, TaskListener.NULL);
        job.addProperty((ComplianceJobProperty) property);

        assertThat(JobSettings.of(job).gate()).isEqualTo(Gate.Mode.ENFORCE);
        assertThat(JobSettings.of(job).tags()).hasToString("data=personal, exposure=internet");
        assertThat(UninstantiatedDescribable.from(property))
                .hasToString("@compliance(gate=enforce,tags=exposure=internet, data=personal)");
    }

    private static ComplianceFolderProperty folder(Folder folder) throws IOException {
        ComplianceFolderProperty property = new ComplianceFolderProperty();
        folder.addProperty(property);
        return property;
    }

    private static ComplianceJobProperty property(FreeStyleProject job) throws IOException {
        ComplianceJobProperty property = new ComplianceJobProperty();
        job.addProperty(property);
        return property;
    }

    private static String procedure(PolicyPack base, String id) {
        return """
                procedures:
                  - id: %s
                    statement: Have it tested.
                    role: security
                    phase: test
                    satisfies: [{requirement: "%s", strength: partial}]
                    check: {attestation: {type: pentest}}""".formatted(id, base.archetypes().get(0).requires().get(0));
    }
}
