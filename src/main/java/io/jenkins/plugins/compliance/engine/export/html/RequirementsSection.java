package io.jenkins.plugins.compliance.engine.export.html;

import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import io.jenkins.plugins.compliance.engine.policy.Framework;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every demanded requirement by framework, with the procedures that claim it and the evidence that decided. */
final class RequirementsSection implements Section {
    @Override
    public String anchor() {
        return "requirements";
    }

    @Override
    public String heading() {
        return "Requirements";
    }

    @Override
    public boolean in(Page page) {
        return !page.assessment().requirements().isEmpty();
    }

    @Override
    public void write(Html html, Page page) throws IOException {
        Map<String, List<RequirementResult>> groups = new TreeMap<>();
        for (RequirementResult each : page.assessment().requirements()) {
            groups.computeIfAbsent(each.requirement().framework(), key -> new ArrayList<>())
                    .add(each);
        }
        for (Map.Entry<String, List<RequirementResult>> group : groups.entrySet()) {
            framework(html, page, group.getKey(), group.getValue());
        }
    }

    private static void framework(Html html, Page page, String id, List<RequirementResult> results) throws IOException {
        Framework framework = page.assessment().policy().frameworks().get(id);
        String title = framework == null ? id : framework.title();
        html.element("h3", title, "id", Anchors.framework(id));
        if (framework != null) {
            html.open("p", "class", "quiet").text(framework.publisher() + ", version " + framework.version() + ". ");
            html.web(framework.source(), framework.source());
            html.close();
        }
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        results.forEach(each -> counts.merge(each.outcome(), 1L, Long::sum));
        Bar.legend(html, counts);
        Table.open(
                html,
                "Requirements of " + title,
                "Outcome",
                "Requirement",
                "Why this outcome",
                "Procedures and evidence");
        for (RequirementResult each : results) {
            row(html, page, each);
        }
        Table.close(html);
    }

    private static void row(Html html, Page page, RequirementResult result) throws IOException {
        html.block("tr", "id", Anchors.requirement(result.requirement()));
        Table.cell(html, "Outcome");
        Badge.outcome(html, result.outcome());
        html.close().open("th", "scope", "row");
        html.element("code", result.requirement().requirement());
        html.element("span", result.title(), "class", "name line");
        if (!result.archetypes().isEmpty()) {
            html.open("span", "class", "quiet line").text("demanded of");
            for (String archetype : result.archetypes()) {
                html.text(" ").to(Anchors.archetype(archetype), archetype);
            }
            html.close();
        }
        html.close();
        Table.cell(html, "Why this outcome");
        Explained.folded(html, result.explanation());
        html.close();
        Table.cell(html, "Procedures and evidence");
        claims(html, page, result);
        html.close(2);
    }

    private static void claims(Html html, Page page, RequirementResult result) throws IOException {
        if (result.claims().isEmpty()) {
            html.element("span", "no procedure claims it", "class", "quiet");
            return;
        }
        html.open("ul", "class", "plain claims");
        for (RequirementResult.AppliedClaim claim : result.claims()) {
            html.open("li");
            Badge.outcome(html, claim.outcome());
            html.text(" ").to(Anchors.procedure(claim.procedure()), claim.procedure());
            html.open("span", "class", "quiet").text(" " + claim.strength().id());
            if (!claim.through().equals(result.requirement())) {
                html.text(", through " + claim.through());
            }
            html.close();
            var procedure = page.chain().procedure(claim.procedure());
            if (procedure.isPresent()) {
                EvidenceLinks.numbers(html, page.chain().evidenceOf(procedure.get()));
            }
            html.close();
        }
        html.close();
    }
}
