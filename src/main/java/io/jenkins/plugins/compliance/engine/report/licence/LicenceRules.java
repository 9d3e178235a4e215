package io.jenkins.plugins.compliance.engine.report.licence;

import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.report.licence.Licence.All;
import io.jenkins.plugins.compliance.engine.report.licence.Licence.Ambiguous;
import io.jenkins.plugins.compliance.engine.report.licence.Licence.Any;
import io.jenkins.plugins.compliance.engine.report.licence.Licence.Named;
import io.jenkins.plugins.compliance.engine.report.licence.Licence.Unknown;
import io.jenkins.plugins.compliance.engine.report.licence.LicenceAnswer.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Licences that are denied, and licences that alone are allowed. Where a choice is offered, one alternative that obeys is enough; what
 * applies together must obey together, and so must several licences that are stated without saying how they go together.
 *
 * <p>A denial holds for a licence with whatever is added to it; an allowance holds for it with what can only add permission: an exception of
 * the SPDX License List, or {@code +}. It never holds for what nobody knows, unless that is named whole.
 */
public final class LicenceRules {
    private static final int SHOWN = 100;

    private final List<LicencePattern> denied;
    private final List<LicencePattern> allowed;

    /**
     * @param denied patterns of licences that are denied
     * @param allowed patterns of licences that alone are allowed; empty when all that are not denied are
     */
    public LicenceRules(Collection<String> denied, Collection<String> allowed) {
        this.denied = denied.stream().map(LicencePattern::of).toList();
        this.allowed = allowed.stream().map(LicencePattern::of).toList();
    }

    /** Whether a component that states these licences can be had without a denied one; it can when it states none. */
    public LicenceAnswer answer(Collection<String> licences) {
        LicenceAnswer worst = LicenceAnswer.PERMITTED;
        for (String licence : licences) {
            LicenceAnswer answer = answer(LicenceText.meaning(licence));
            if (answer.verdict().compareTo(worst.verdict()) < 0) {
                boolean told = answer.verdict() == Verdict.UNREADABLE;
                worst = told ? answer : new LicenceAnswer(answer.verdict(), because(licence, answer.because()));
            }
        }
        return worst;
    }

    /** Whether a component that states these licences can be had under allowed ones alone; it can't when it states none. */
    public boolean allows(Collection<String> licences) {
        return !licences.isEmpty()
                && licences.stream().map(LicenceText::meaning).allMatch(this::allows);
    }

    private LicenceAnswer answer(Licence licence) {
        if (licence instanceof All all) {
            return combined(all.parts(), true);
        }
        if (licence instanceof Any any) {
            return combined(any.parts(), false);
        }
        if (licence instanceof Named named) {
            return answer(named);
        }
        return licence instanceof Ambiguous ambiguous ? answer(ambiguous) : answer((Unknown) licence);
    }

    private LicenceAnswer combined(List<Licence> parts, boolean worst) {
        LicenceAnswer combined = answer(parts.get(0));
        for (Licence part : parts.subList(1, parts.size())) {
            LicenceAnswer answer = answer(part);
            int order = answer.verdict().compareTo(combined.verdict());
            combined = (worst ? order < 0 : order > 0) ? answer : combined;
        }
        return combined;
    }

    private LicenceAnswer answer(Named licence) {
        if (denies(licence.names()) || denies(licence.wider())) {
            return new LicenceAnswer(Verdict.DENIED, licence.text());
        }
        return licence.listed() || allowsUnlisted(licence.names())
                ? LicenceAnswer.PERMITTED
                : new LicenceAnswer(Verdict.UNKNOWN, licence.text());
    }

    private LicenceAnswer answer(Ambiguous licence) {
        if (denies(licence.names())) {
            return new LicenceAnswer(Verdict.DENIED, licence.text());
        }
        LicenceAnswer worst = LicenceAnswer.PERMITTED;
        LicenceAnswer best = new LicenceAnswer(Verdict.DENIED, "");
        for (Named candidate : licence.candidates()) {
            LicenceAnswer answer = answer(candidate);
            worst = answer.verdict().compareTo(worst.verdict()) < 0 ? answer : worst;
            best = answer.verdict().compareTo(best.verdict()) > 0 ? answer : best;
        }
        if (best.verdict() == worst.verdict()) {
            return worst.verdict() == Verdict.PERMITTED ? worst : new LicenceAnswer(worst.verdict(), licence.text());
        }
        return allowsUnlisted(licence.names())
                ? LicenceAnswer.PERMITTED
                : new LicenceAnswer(Verdict.UNKNOWN, licence.text() + ", which may be " + worst.because());
    }

    private LicenceAnswer answer(Unknown licence) {
        if (denies(licence.names())) {
            return new LicenceAnswer(Verdict.DENIED, licence.text());
        }
        List<Licence> mentioned = licence.mentioned();
        LicenceAnswer worst = mentioned.isEmpty() ? LicenceAnswer.PERMITTED : combined(mentioned, true);
        if (worst.verdict() == Verdict.DENIED) {
            return worst;
        }
        if (allowsUnlisted(licence.names())) {
            return LicenceAnswer.PERMITTED;
        }
        Licence beside = licence.beside();
        if (beside != null) {
            LicenceAnswer told = answer(beside);
            return told.verdict().compareTo(worst.verdict()) < 0 ? told : worst;
        }
        String reason = licence.reason();
        return reason == null
                ? new LicenceAnswer(Verdict.UNKNOWN, licence.text())
                : new LicenceAnswer(Verdict.UNREADABLE, shown(licence.text()) + ": " + reason);
    }

    private boolean allows(Licence licence) {
        if (licence instanceof All all) {
            return all.parts().stream().allMatch(this::allows);
        }
        if (licence instanceof Any any) {
            return any.parts().stream().anyMatch(this::allows);
        }
        if (licence instanceof Named named) {
            return named.listed()
                    ? allowed.stream()
                            .anyMatch(each -> each.matchesAny(named.names()) || each.matchesAny(named.wider()))
                    : allowsUnlisted(named.names());
        }
        if (licence instanceof Ambiguous ambiguous) {
            return allowsUnlisted(ambiguous.names())
                    || ambiguous.candidates().stream().allMatch(this::allows);
        }
        Unknown unknown = (Unknown) licence;
        Licence beside = unknown.beside();
        return allowsUnlisted(unknown.names())
                || beside != null
                        && allows(beside)
                        && unknown.mentioned().stream().allMatch(this::allows);
    }

    private boolean denies(Set<String> names) {
        return denied.stream().anyMatch(each -> each.matchesAny(names));
    }

    private boolean allowsUnlisted(Set<String> names) {
        return allowed.stream().anyMatch(each -> each.namesUnlisted(names));
    }

    /** The licence that decides; where it is written otherwise than stated, what is stated too. */
    private static String because(String stated, String deciding) {
        boolean contained = LicenceName.plain(stated).contains(LicenceName.plain(deciding))
                || LicenceName.plain(deciding).contains(LicenceName.plain(stated));
        return contained ? shown(deciding) : shown(stated) + ": " + shown(deciding);
    }

    private static String shown(String text) {
        return DisplayText.line(text, SHOWN);
    }
}
