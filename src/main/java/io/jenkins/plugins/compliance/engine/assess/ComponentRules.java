package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.io.Wildcard;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.report.ReportSink;
import io.jenkins.plugins.compliance.engine.report.finding.Component;
import io.jenkins.plugins.compliance.engine.report.licence.LicenceAnswer;
import io.jenkins.plugins.compliance.engine.report.licence.LicenceRules;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.util.ArrayList;
import java.util.List;

/** Looks at each component of a bill of materials; keeps the first offenders by name and counts the rest. */
final class ComponentRules implements ReportSink {
    /** Reasons name this many offending components. */
    private static final int NAMED = 5;

    private final Check.Sbom check;
    private final LicenceRules licences;
    private final Offenders denied = new Offenders(OutcomeReason.LICENCES_DENIED);
    private final Offenders unknown = new Offenders(OutcomeReason.LICENCES_UNKNOWN);
    private final Offenders unreadable = new Offenders(OutcomeReason.LICENCES_OVER_LIMIT);
    private final Offenders notAllowed = new Offenders(OutcomeReason.LICENCES_NOT_ALLOWED);
    private final Offenders banned = new Offenders(OutcomeReason.COMPONENTS_BANNED);

    ComponentRules(Check.Sbom check) {
        this.check = check;
        licences = new LicenceRules(check.denyLicences(), check.allowLicences());
    }

    @Override
    public void component(Component component) {
        if (!check.denyLicences().isEmpty()) {
            denied(component);
        }
        if (!check.allowLicences().isEmpty() && !licences.allows(component.licences())) {
            notAllowed.add(
                    component.licences().isEmpty()
                            ? OutcomeReason.NO_LICENCE_OF.of(component.coordinate())
                            : OutcomeReason.LICENCES_OF.of(component.coordinate(), component.licences()));
        }
        String purl = component.purl();
        if (purl != null && check.denyComponents().stream().anyMatch(deny -> Wildcard.matches(deny, purl))) {
            banned.add(purl);
        }
    }

    private void denied(Component component) {
        LicenceAnswer answer = licences.answer(component.licences());
        Phrase named = OutcomeReason.LICENCE_OF.of(component.coordinate(), answer.because());
        switch (answer.verdict()) {
            case DENIED -> denied.add(named);
            case UNREADABLE -> unreadable.add(named);
            case UNKNOWN -> unknown.add(named);
            case PERMITTED -> {
                // Nothing to say.
            }
        }
    }

    /** Rules that do not hold. */
    List<Phrase> violated() {
        List<Phrase> all = new ArrayList<>();
        denied.into(all);
        if (check.unknownCountAs() == Check.UnknownLicences.DENY) {
            unreadable.into(all);
            unknown.into(all);
        }
        notAllowed.into(all);
        banned.into(all);
        return all;
    }

    /** What keeps the rules from being judged. What nobody looked at is never let pass. */
    List<Phrase> unknown() {
        List<Phrase> all = new ArrayList<>();
        if (check.unknownCountAs() != Check.UnknownLicences.DENY) {
            unreadable.into(all);
        }
        if (check.unknownCountAs() == Check.UnknownLicences.MISSING) {
            unknown.into(all);
        }
        return all;
    }

    private static final class Offenders {
        private final OutcomeReason what;
        private final List<Object> named = new ArrayList<>();
        private long count;

        Offenders(OutcomeReason what) {
            this.what = what;
        }

        void add(Object name) {
            count++;
            if (named.size() < NAMED) {
                named.add(name);
            }
        }

        void into(List<Phrase> all) {
            if (count > 0) {
                long more = count - named.size();
                all.add(what.of(count, named, more == 0 ? null : more));
            }
        }
    }
}
