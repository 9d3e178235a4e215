package io.jenkins.plugins.compliance.cli;

import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Phase;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Role;
import io.jenkins.plugins.compliance.engine.policy.compare.InWords;
import io.jenkins.plugins.compliance.engine.policy.demand.Demands;
import io.jenkins.plugins.compliance.engine.policy.demand.Demands.Demand;
import io.jenkins.plugins.compliance.engine.policy.demand.Demands.DemandClaim;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import io.jenkins.plugins.compliance.engine.policy.tag.TagDefinition;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** What a policy demands of an application, for people and for machines. */
final class PlanReport {
    private final PolicyPack pack;
    private final Tags tags;
    private final Demands demands;

    PlanReport(PolicyPack pack, Tags tags, Demands demands) {
        this.pack = pack;
        this.tags = tags;
        this.demands = demands;
    }

    void print(PrintWriter out) {
        line(
                out,
                "Policy " + pack.id() + " " + pack.version()
                        + (pack.effectiveFrom().isEmpty() ? "" : ", in force from " + pack.effectiveFrom()));
        out.println("       " + pack.digest());
        line(out, "Tags   " + (tags.values().isEmpty() ? "none" : tags));
        if (!unsaid().isEmpty()) {
            line(out, "Unsaid " + String.join(", ", unsaid()) + "; what they say may add to this");
        }
        out.println();
        if (demands.archetypes().isEmpty()) {
            printNoArchetype(out);
            return;
        }
        out.println("Archetypes");
        for (Archetype each : demands.archetypes()) {
            line(out, "  " + each.id() + ": " + each.title());
            line(out, "      because " + because(each.when()));
        }
        for (Phase phase : Phase.values()) {
            List<Procedure> inPhase =
                    procedures().stream().filter(each -> each.phase() == phase).toList();
            if (!inPhase.isEmpty()) {
                out.println();
                out.println("Phase " + phase.id());
                printByRole(inPhase, out);
            }
        }
        printRequirements(out);
    }

    private void printNoArchetype(PrintWriter out) {
        out.println("No archetype matches these tags, so nothing is demanded. Archetypes of this policy:");
        for (Archetype each : pack.archetypes()) {
            line(out, "  " + each.id() + ": " + shown(each.when()));
        }
    }

    private static void printByRole(List<Procedure> procedures, PrintWriter out) {
        for (Role role : Role.values()) {
            for (Procedure each : procedures) {
                if (each.role() == role) {
                    line(out, "  " + role.id() + ": " + each.title() + " [" + each.id() + "]");
                    line(out, "      " + each.statement());
                    line(out, "      Seen by: " + InWords.check(each.check()));
                    line(out, "      Due: " + InWords.due(each));
                }
            }
        }
    }

    private void printRequirements(PrintWriter out) {
        List<Demand> unmapped = unmapped();
        out.println();
        out.println(count(demands.procedures().size(), "procedure") + " for "
                + count(demands.requirements().size(), "requirement") + ": "
                + demands.requirements().stream()
                        .collect(Collectors.groupingBy(
                                each -> each.requirement().framework(), java.util.TreeMap::new, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining(", ")));
        if (unmapped.isEmpty()) {
            out.println("Every requirement is claimed by a procedure.");
            return;
        }
        out.println("No procedure claims these:");
        for (Demand each : unmapped) {
            line(out, "  " + each.requirement() + " " + each.title());
        }
    }

    private static void line(PrintWriter out, String text) {
        out.println(DisplayText.line(text));
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** The tags that the policy looks at and that nobody gave: whoever forgets one gets a shorter plan. */
    private List<String> unsaid() {
        return pack.tags().stream()
                .map(TagDefinition::key)
                .filter(key -> tags.get(key).isEmpty())
                .toList();
    }

    private List<Demand> unmapped() {
        return demands.requirements().stream().filter(Demand::unmapped).toList();
    }

    private List<Procedure> procedures() {
        return pack.procedures().stream()
                .filter(each -> demands.procedures().contains(each.id()))
                .toList();
    }

    private String because(Selector when) {
        if (when.terms().isEmpty()) {
            return "it is for every application";
        }
        return when.terms().stream()
                .map(Selector.Term::key)
                .distinct()
                .map(key -> tags.get(key).map(value -> key + "=" + value).orElse(key + " is not set"))
                .collect(Collectors.joining(", "));
    }

    private static String shown(Selector when) {
        return when.terms().isEmpty() ? "every application" : when.written();
    }

    void json(JsonOutput out) throws IOException {
        out.beginObject();
        out.beginObject("policy")
                .member("id", pack.id())
                .member("title", pack.title())
                .member("version", pack.version())
                .member("effectiveFrom", pack.effectiveFrom())
                .member("digest", pack.digest())
                .endObject();
        out.beginObject("tags");
        for (var tag : tags.values().entrySet()) {
            out.member(tag.getKey(), tag.getValue());
        }
        out.endObject();
        out.member("unsaid", unsaid());
        out.beginArray("archetypes");
        for (Archetype each : demands.archetypes()) {
            out.beginObject()
                    .member("id", each.id())
                    .member("title", each.title())
                    .member("when", each.when().written())
                    .member("because", because(each.when()))
                    .endObject();
        }
        out.endArray();
        out.beginArray("procedures");
        for (Procedure each : procedures()) {
            out.beginObject()
                    .member("id", each.id())
                    .member("title", each.title())
                    .member("statement", each.statement())
                    .member("role", each.role().id())
                    .member("phase", each.phase().id())
                    .member("check", InWords.check(each.check()).toString())
                    .member("cadence", each.cadence().canonical())
                    .optional("effort", each.guidance().effort())
                    .optional("playbook", each.guidance().playbook())
                    .endObject();
        }
        out.endArray();
        out.beginArray("requirements");
        for (Demand each : demands.requirements()) {
            requirement(each, out);
        }
        out.endArray();
        out.member(
                "unmapped",
                unmapped().stream().map(each -> each.requirement().toString()).toList());
        out.endObject();
    }

    private static void requirement(Demand demand, JsonOutput out) throws IOException {
        out.beginObject()
                .member("requirement", demand.requirement().toString())
                .member("title", demand.title())
                .member("archetypes", demand.archetypes());
        out.beginArray("claims");
        for (DemandClaim claim : demand.claims()) {
            out.beginObject()
                    .member("procedure", claim.procedure().id())
                    .member("strength", claim.strength().id())
                    .member("through", claim.through().toString())
                    .endObject();
        }
        out.endArray().endObject();
    }
}
