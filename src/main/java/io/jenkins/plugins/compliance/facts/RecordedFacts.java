package io.jenkins.plugins.compliance.facts;

import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.compliance.config.JobSettings;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.record.BuildRecorder;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Records the facts about a build that policy asks for and the controller knows. */
@Restricted(NoExternalUse.class)
public final class RecordedFacts {
    private static final String NAME = "pipeline-facts";
    /** The fact about a build that a check asks for. */
    private static final Check.Cases<Optional<String>> ASKED = new Check.Cases<>(
            scan -> Optional.empty(),
            report -> Optional.empty(),
            sbom -> Optional.empty(),
            test -> Optional.empty(),
            attestation -> Optional.empty(),
            approval -> Optional.empty(),
            pipelineFact -> Optional.of(pipelineFact.fact()));

    private RecordedFacts() {}

    /**
     * Records them, unless policy asks for none of them or the build has recorded the same already.
     *
     * @param settings what is in force for its job
     * @param listener its log
     * @return whether something was recorded
     */
    public static boolean record(Run<?, ?> run, JobSettings settings, TaskListener listener)
            throws IOException, InterruptedException {
        Tags tags = settings.tagsOf(ComplianceRunAction.of(run).getTags());
        Set<String> asked = asked(settings.policy(), tags);
        if (asked.isEmpty()) {
            return false;
        }
        Map<String, String> facts = BuildFacts.of(run);
        if (facts.keySet().stream().noneMatch(asked::contains) || facts.equals(recorded(run))) {
            return false;
        }
        new BuildRecorder(
                        run,
                        BuildRecorder.Place.BUILD,
                        Keys.get().signing(),
                        Keys.get().trusted(),
                        settings.tags(),
                        settings.limits(),
                        listener)
                .fact(NAME, new Fact.Pipeline(facts));
        return true;
    }

    private static Set<String> asked(PolicyIndex policy, Tags tags) {
        Set<String> applying = new HashSet<>(policy.demands(tags).procedures());
        Set<String> asked = new HashSet<>();
        for (Procedure procedure : policy.pack().procedures()) {
            if (applying.contains(procedure.id())) {
                procedure.check().match(ASKED).ifPresent(asked::add);
            }
        }
        return asked;
    }

    private static Map<String, String> recorded(Run<?, ?> run) throws IOException {
        String build = String.valueOf(run.getNumber());
        List<Evidence> ledger =
                JobLedger.of(run.getParent()).evidence(Keys.get().trusted());
        for (int i = ledger.size() - 1; i >= 0; i--) {
            Evidence each = ledger.get(i);
            if (each.origin().build().equals(build)
                    && each.name().equals(NAME)
                    && each.fact() instanceof Fact.Pipeline pipeline) {
                return pipeline.facts();
            }
        }
        return Map.of();
    }
}
