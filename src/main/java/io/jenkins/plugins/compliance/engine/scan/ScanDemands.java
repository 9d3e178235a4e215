package io.jenkins.plugins.compliance.engine.scan;

import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.demand.Demands;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Finds the scans that policy demands. */
public final class ScanDemands {
    private static final String BILLS = "sbom";
    /** What must be scanned so that a check can hold. */
    private static final Check.Cases<Optional<ScanDemand>> DEMAND = new Check.Cases<>(
            scan -> Optional.of(demand(scan)),
            report -> Optional.empty(),
            sbom -> Optional.of(new ScanDemand.OfCategory(BILLS)),
            test -> Optional.empty(),
            attestation -> Optional.empty(),
            approval -> Optional.empty(),
            pipelineFact -> Optional.empty());

    private ScanDemands() {}

    /** The scans that the procedures ask for which apply to an application with these tags, in the order of the pack. */
    public static Set<ScanDemand> of(PolicyIndex policy, Tags tags) {
        Set<ScanDemand> wanted = new LinkedHashSet<>();
        Demands demands = policy.demands(tags);
        policy.pack().procedures().stream()
                .filter(procedure -> demands.procedures().contains(procedure.id()))
                .forEach(procedure -> procedure.check().match(DEMAND).ifPresent(wanted::add));
        return wanted;
    }

    private static ScanDemand demand(Check.Scan scan) {
        String tool = scan.tool();
        return tool == null ? new ScanDemand.OfCategory(String.valueOf(scan.category())) : new ScanDemand.OfTool(tool);
    }
}
