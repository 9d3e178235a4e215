package io.jenkins.plugins.compliance.engine.export.html;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.prose.MarkdownReader;
import java.io.IOException;
import java.util.List;

/** What to do next, worst first: one card a procedure with what, why, where and how. */
final class ActionsSection implements Section {
    private static final int REQUIREMENTS_NAMED = 8;
    private static final int HEADINGS_BELOW = 3;

    @Override
    public String anchor() {
        return "actions";
    }

    @Override
    public String heading() {
        return "What to do next";
    }

    @Override
    public void write(Html html, Page page) throws IOException {
        List<ProcedureResult> actions = page.chain().actions();
        if (actions.isEmpty()) {
            html.element("p", "Nothing. Every procedure that applies is satisfied or waived.", "class", "lead");
            return;
        }
        int shown = Math.min(actions.size(), page.options().actions());
        html.open("ol", "class", "cards");
        for (ProcedureResult each : actions.subList(0, shown)) {
            html.block("li");
            card(html, page, each);
            html.close();
        }
        html.close();
        if (shown < actions.size()) {
            html.open("p").text("And " + (actions.size() - shown) + " more: see the ");
            html.to("procedures", "table of procedures");
            html.text(", which has them worst first.").close();
        }
    }

    private static void card(Html html, Page page, ProcedureResult result) throws IOException {
        Procedure procedure = result.procedure();
        String anchor = Anchors.action(procedure.id());
        html.open(
                "article", "class", "card o-" + result.outcome().id(), "id", anchor, "aria-labelledby", anchor + "-h");
        html.open("div", "class", "top");
        html.element("h3", procedure.title(), "id", anchor + "-h");
        Badge.outcome(html, result.outcome());
        html.close();
        html.element("p", procedure.statement(), "class", "lead");
        html.open("p", "class", "chips");
        html.element("span", procedure.role().id(), "class", "chip").text(" ");
        html.element("span", procedure.phase().id(), "class", "chip").text(" ");
        if (procedure.guidance().effort() != null) {
            html.element("span", "takes " + procedure.guidance().effort(), "class", "chip");
        }
        html.close();
        html.open("dl", "class", "what");
        outcome(html, result);
        why(html, page, result);
        FindingList.write(html, page.findings().of(result));
        evidence(html, page, result);
        html.close();
        help(html, page, procedure);
        html.close();
    }

    private static void outcome(Html html, ProcedureResult result) throws IOException {
        html.element("dt", "Now").open("dd");
        html.element("p", result.explanation().summary().toString());
        Explained.reasons(html, result.explanation());
        html.close();
    }

    private static void why(Html html, Page page, ProcedureResult result) throws IOException {
        List<RequirementResult> requirements = page.chain().requirementsOf(result);
        String why = result.procedure().why();
        if (why.isBlank() && requirements.isEmpty()) {
            return;
        }
        html.element("dt", "Why").open("dd");
        if (!why.isBlank()) {
            html.element("p", why);
        }
        if (!requirements.isEmpty()) {
            html.open("ul", "class", "plain");
            for (RequirementResult each : requirements.subList(0, Math.min(REQUIREMENTS_NAMED, requirements.size()))) {
                html.open("li")
                        .to(
                                Anchors.requirement(each.requirement()),
                                each.requirement().toString())
                        .text(" " + each.title())
                        .close();
            }
            if (requirements.size() > REQUIREMENTS_NAMED) {
                html.open("li").text("and ");
                html.to(
                        Anchors.procedure(result.procedure().id()),
                        (requirements.size() - REQUIREMENTS_NAMED) + " more");
                html.close();
            }
            html.close();
        }
        html.close();
    }

    private static void evidence(Html html, Page page, ProcedureResult result) throws IOException {
        html.element("dt", "Evidence").open("dd");
        List<Evidence> evidence = page.chain().evidenceOf(result);
        if (evidence.isEmpty()) {
            html.text("None.");
        }
        EvidenceLinks.write(html, evidence);
        html.text(" ").to(Anchors.procedure(result.procedure().id()), "In the table of procedures");
        html.close();
    }

    private static void help(Html html, Page page, Procedure procedure) throws IOException {
        Procedure.Guidance guidance = procedure.guidance();
        String playbook = guidance.playbook() == null
                ? null
                : page.assessment().policy().playbooks().get(guidance.playbook());
        if (playbook != null) {
            html.open("details")
                    .element("summary", "How to do it: the playbook")
                    .open("div", "class", "prose");
            html.prose(MarkdownReader.read(playbook), HEADINGS_BELOW);
            html.close(2);
        }
        code(html, "Example", guidance.example());
        if (guidance.avoid() != null) {
            html.open("details").element("summary", "What not to do");
            html.element("p", guidance.avoid()).close();
        }
    }

    private static void code(Html html, String summary, @CheckForNull String code) throws IOException {
        if (code != null) {
            html.open("details").element("summary", summary);
            html.open("pre").element("code", code).close(2);
        }
    }
}
