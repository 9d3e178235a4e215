package io.jenkins.plugins.compliance.view;

import io.jenkins.plugins.compliance.record.judge.GateVerdict;
import java.util.Map;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * What a gate decided, for programs.
 *
 * @param mode how strict it was
 * @param open whether the build might pass
 * @param asOf the moment, ISO 8601
 * @param policy id of the policy
 * @param policyVersion version of the policy
 * @param policyDigest digest of the policy
 * @param outcomes how many procedures had which outcome
 */
@ExportedBean(defaultVisibility = 9)
@Restricted(NoExternalUse.class)
public record VerdictBean(
        @Exported String mode,
        @Exported boolean open,
        @Exported String asOf,
        @Exported String policy,
        @Exported String policyVersion,
        @Exported String policyDigest,
        @Exported Map<String, Long> outcomes) {
    static VerdictBean of(GateVerdict verdict) {
        return new VerdictBean(
                verdict.getMode(),
                verdict.isOpen(),
                verdict.getAsOf(),
                verdict.getPolicy(),
                verdict.getPolicyVersion(),
                verdict.getPolicyDigest(),
                verdict.getOutcomes());
    }
}
