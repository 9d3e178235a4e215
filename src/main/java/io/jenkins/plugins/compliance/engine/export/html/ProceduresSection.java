package io.jenkins.plugins.compliance.engine.export.html;

import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every procedure of the policy with its outcome, worst first. */
final class ProceduresSection implements Section {
    private static final int REQUIREMENTS_NAMED = 4;

    @Override
    public String anchor() {
        return "procedures";
    }

    @Override
    public String heading() {
        return "Procedures";
    }

    @Override
    public void write(Html html, Page page) throws IOException {
        Set<String> cards = new HashSet<>();
        page.chain().actions().stream()
                .limit(page.options().actions())
                .forEach(each -> cards.add(each.procedure().id()));
        Table.open(
                html,
                "Every procedure of the policy, worst outcome first",
                "Outcome",
                "Procedure",
                "Who, when",
                "Requirements",
                "Evidence");
        for (ProcedureResult each : page.assessment().procedures().stream()
                .sorted(Comparator.comparing(ProcedureResult::outcome))
                .toList()) {
            row(html, page, each, cards.contains(each.procedure().id()));
        }
        Table.close(html);
    }

    private static void row(Html html, Page page, ProcedureResult result, boolean card) throws IOException {
        String id = result.procedure().id();
        html.block("tr", "id", Anchors.procedure(id));
        Table.cell(html, "Outcome");
        Badge.outcome(html, result.outcome());
        waived(html, result);
        html.close().open("th", "scope", "row");
        html.element("span", result.procedure().title(), "class", "name");
        html.element("code", id, "class", "line");
        Explained.folded(html, result.explanation());
        if (card) {
            html.to(Anchors.action(id), "What to do");
        }
        html.close();
        Table.cell(html, "Who, when");
        html.text(result.procedure().role().id() + ", "
                + result.procedure().phase().id());
        html.element("span", result.procedure().cadence().toString(), "class", "quiet line");
        html.close();
        Table.cell(html, "Requirements");
        requirements(html, page.chain().requirementsOf(result));
        html.close();
        Table.cell(html, "Evidence");
        evidence(html, page.chain().evidenceOf(result), result.outcome());
        html.close(2);
    }

    private static void waived(Html html, ProcedureResult result) throws IOException {
        if (result.waived() != null) {
            html.open("span", "class", "line").text("covers ");
            Badge.outcome(html, result.waived());
            html.text(" ").to(Anchors.waiver(result.procedure().id()), "waiver").close();
        }
    }

    private static void requirements(Html html, List<RequirementResult> requirements) throws IOException {
        if (requirements.isEmpty()) {
            html.element("span", "none demanded", "class", "quiet");
            return;
        }
        html.open("ul", "class", "plain");
        for (RequirementResult each : requirements.subList(0, Math.min(REQUIREMENTS_NAMED, requirements.size()))) {
            requirement(html, each);
        }
        html.close();
        if (requirements.size() > REQUIREMENTS_NAMED) {
            html.open("details").element("summary", (requirements.size() - REQUIREMENTS_NAMED) + " more");
            html.open("ul", "class", "plain");
            for (RequirementResult each : requirements.subList(REQUIREMENTS_NAMED, requirements.size())) {
                requirement(html, each);
            }
            html.close(2);
        }
    }

    private static void requirement(Html html, RequirementResult requirement) throws IOException {
        html.open("li")
                .to(
                        Anchors.requirement(requirement.requirement()),
                        requirement.requirement().toString());
        html.close();
    }

    private static void evidence(Html html, List<Evidence> evidence, Outcome outcome) throws IOException {
        if (evidence.isEmpty()) {
            html.element("span", outcome == Outcome.NOT_APPLICABLE ? "not asked for" : "none", "class", "quiet");
            return;
        }
        html.open("ul", "class", "plain");
        for (Evidence each : evidence) {
            html.open("li").to(Anchors.evidence(each.sequence()), "#" + each.sequence() + " " + each.name());
            html.open("span", "class", "quiet line");
            Moment.write(html, each.recordedAt());
            html.close(2);
        }
        html.close();
    }
}
