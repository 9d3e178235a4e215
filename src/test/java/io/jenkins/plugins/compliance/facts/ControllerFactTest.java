package io.jenkins.plugins.compliance.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.pack.PolicyPacks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControllerFactTest {
    private static final List<String> STATED =
            Arrays.stream(ControllerFact.values()).map(ControllerFact::id).toList();

    @Test
    void theDocumentNamesWhatTheControllerStates() throws Exception {
        List<String> recorded = Files.readAllLines(Path.of("docs/pipeline-facts.md")).stream()
                .filter(line -> line.startsWith("| `") && line.contains("| recorded"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();

        assertThat(recorded).containsExactlyInAnyOrderElementsOf(STATED);
    }

    @Test
    void theBundledPackAsksForAllOfThem() throws Exception {
        assertThat(PolicyPacks.load("bundled:compliance-stages", Limits.DEFAULTS)
                        .orThrow()
                        .procedures())
                .extracting(each -> each.check() instanceof Check.PipelineFact fact ? fact.fact() : "")
                .containsAll(STATED);
    }
}
