package io.jenkins.plugins.compliance.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.io.file.FileListing;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.scan.ScanDemand.OfCategory;
import io.jenkins.plugins.compliance.engine.scan.ScanDemand.OfTool;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScanPlannerTest {
    private static final List<ScanTool> TOOLS = ToolPresets.all().tools();
    private static final FileListing PYTHON = new FileListing(List.of("app/main.py", "target/gen.py", "README.md"));

    @Test
    void demandedToolsWithSomethingToLookAtArePlannedWithWhy() {
        ScanPlan plan = ScanPlanner.plan(
                List.of(new OfTool("bandit"), new OfCategory("sast"), new OfTool("bandit")), TOOLS, Tags.NONE, PYTHON);

        assertThat(plan.tools())
                .extracting(each -> each.tool().id())
                .containsExactly("ast-grep", "bandit", "semgrep", "snyk-code");
        ScanPlan.PlannedScan bandit = plan.tools().get(1);
        assertThat(bandit.why()).containsExactly(new OfCategory("sast"), new OfTool("bandit"));
        assertThat(bandit.files()).containsExactly("app/main.py", "target/gen.py");
        assertThat(plan.tools().get(2).files()).containsExactly("app/main.py");
        assertThat(plan.uncovered()).isEmpty();
        assertThat(plan.idle()).extracting(each -> each.tool().id()).contains("gosec", "cppcheck", "shellcheck");
    }

    @Test
    void toolThatWaitsForASettingOfItsPatternsIsPlannedSoThatItIsVisiblyAbsent() {
        ScanTool spotbugs = withSetting("spotbugs", "classes", "");

        ScanPlan plan = ScanPlanner.plan(List.of(new OfTool("spotbugs")), List.of(spotbugs), Tags.NONE, PYTHON);

        assertThat(plan.tools())
                .singleElement()
                .satisfies(
                        each -> assertThat(each.tool().command().unset()).containsExactly("classes", "lib", "plugin"));
    }

    @Test
    void demandWithoutAToolAndDemandWithoutAnythingToLookAtAreToldApart() {
        ScanPlan plan =
                ScanPlanner.plan(List.of(new OfCategory("dats"), new OfTool("gosec")), TOOLS, Tags.NONE, PYTHON);

        assertThat(plan.tools()).isEmpty();
        assertThat(plan.uncovered())
                .extracting(each -> each.reason().toString())
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("no scan tool is configured for category dats", "dast"),
                        reason -> assertThat(reason).contains("nothing to look at for gosec", "**/*.go"));
    }

    private static ScanTool withSetting(String id, String name, String value) {
        ScanTool tool = ToolPresets.all().get(id).orElseThrow();
        java.util.Map<String, String> settings =
                new java.util.HashMap<>(tool.command().settings());
        settings.put(name, value);
        return new ScanTool(
                tool.id(),
                tool.title(),
                tool.category(),
                new ScanTool.Command(
                        tool.command().arguments(),
                        settings,
                        tool.command().environment(),
                        tool.command().requires()),
                tool.version(),
                tool.report(),
                tool.exitCodes(),
                tool.applies(),
                tool.health(),
                tool.timeout(),
                tool.source());
    }
}
