package io.jenkins.plugins.compliance.engine.policy.handbook;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Phase;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Role;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.policy.compare.InWords;
import io.jenkins.plugins.compliance.engine.policy.demand.ArchetypeScope;
import io.jenkins.plugins.compliance.engine.prose.Block;
import io.jenkins.plugins.compliance.engine.prose.Block.Heading;
import io.jenkins.plugins.compliance.engine.prose.Block.ItemList;
import io.jenkins.plugins.compliance.engine.prose.Block.Paragraph;
import io.jenkins.plugins.compliance.engine.prose.Block.Table;
import io.jenkins.plugins.compliance.engine.prose.MarkdownWriter;
import io.jenkins.plugins.compliance.engine.prose.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A policy pack as a document for those who follow it: how to read it, the procedures by role, by phase and by kind of
 * application, and the playbooks.
 */
public final class Handbook {
    private final PolicyPack pack;
    private final Selection selection;
    private final Map<String, ArchetypeScope> scopes;
    private final List<Procedure> procedures;
    private final List<Block> blocks = new ArrayList<>();

    /**
     * Which procedures go into a handbook; null for all.
     *
     * @param role of this role alone
     * @param phase of this phase alone
     * @param archetype those that can apply to this archetype alone
     */
    public record Selection(
            @CheckForNull Role role,
            @CheckForNull Phase phase,
            @CheckForNull String archetype) {
        /** Everything. */
        public static final Selection ALL = new Selection(null, null, null);

        boolean takes(Procedure procedure, Map<String, ArchetypeScope> scopes) {
            ArchetypeScope scope = archetype == null ? null : scopes.get(archetype);
            return (role == null || procedure.role() == role)
                    && (phase == null || procedure.phase() == phase)
                    && (scope == null || scope.procedures().contains(procedure.id()));
        }
    }

    private Handbook(PolicyPack pack, Selection selection) {
        this.pack = pack;
        this.selection = selection;
        this.scopes = ArchetypeScope.all(pack);
        if (selection.archetype() != null && !scopes.containsKey(selection.archetype())) {
            throw new IllegalArgumentException("the policy " + pack.id() + " has no archetype \""
                    + selection.archetype() + "\"; it has " + String.join(", ", scopes.keySet()));
        }
        this.procedures = pack.procedures().stream()
                .filter(each -> selection.takes(each, scopes))
                .toList();
    }

    /**
     * The handbook in Markdown.
     *
     * @throws IllegalArgumentException when the selection names an archetype that the pack has not
     */
    public static String markdown(PolicyPack pack, Selection selection) {
        return MarkdownWriter.write(new Handbook(pack, selection).document());
    }

    /**
     * The handbook as one page of HTML that needs no other file and no script.
     *
     * @throws IllegalArgumentException when the selection names an archetype that the pack has not
     */
    public static String html(PolicyPack pack, Selection selection) {
        return HandbookPage.of(pack.title(), new Handbook(pack, selection).document());
    }

    private List<Block> document() {
        introduction();
        howToRead();
        blocks.addAll(TagsSection.blocks(pack.tags(), "tags"));
        byRole();
        byArchetype();
        byPhase();
        playbooks();
        return blocks;
    }

    private void introduction() {
        heading(1, pack.title(), "top");
        String force = pack.effectiveFrom().isEmpty() ? "" : ", in force from " + pack.effectiveFrom();
        blocks.add(Paragraph.of(
                "This handbook says what we do so that what we build is secure, and so that we can show it. "
                        + "It has " + count(procedures.size(), "procedure", "procedures") + narrowed()
                        + ". Each is one thing to do: by whom, when, why, "
                        + "and how it is seen that it was done."));
        blocks.add(new Paragraph(List.of(
                new Span.Text("Policy "),
                new Span.Code(pack.id()),
                new Span.Text(", version " + pack.version() + force + ". Its content is identified by "),
                new Span.Code(pack.digest()),
                new Span.Text("."))));
        List<List<Span>> contents = new ArrayList<>();
        contents.add(link("How to read this", "how-to-read"));
        if (!pack.tags().isEmpty()) {
            contents.add(link("Say what your application is", "tags"));
        }
        contents.add(link("By role", "by-role"));
        contents.add(link("By kind of application", "by-archetype"));
        contents.add(link("The procedures, phase by phase", "procedures"));
        contents.add(link("Playbooks", "playbooks"));
        blocks.add(ItemList.of(false, contents));
    }

    private String narrowed() {
        List<String> parts = new ArrayList<>();
        Role role = selection.role();
        if (role != null) {
            parts.add("for the role " + role.id());
        }
        Phase phase = selection.phase();
        if (phase != null) {
            parts.add("in the phase " + phase.id());
        }
        if (selection.archetype() != null) {
            parts.add("for the archetype " + selection.archetype());
        }
        return parts.isEmpty() ? "" : " " + String.join(", ", parts);
    }

    private void howToRead() {
        heading(2, "How to read this", "how-to-read");
        blocks.add(
                ItemList.of(
                        true,
                        List.of(
                                text("Find your role below. You need to read no procedure of another role."),
                                text(
                                        "Find the kind of application that you work on. Tags on its job decide which kinds it is of; "
                                                + "it can be of several, and what they demand adds up."),
                                text(
                                        "Read what is due, and how it is seen. Most of it is seen by the pipeline: you do not report it."),
                                text(
                                        "When something is not satisfied, follow the playbook of the procedure. When you can't, ask for a waiver: "
                                                + "it names a reason, somebody who approves and a day on which it ends, and it stays visible."))));
        blocks.add(Paragraph.of(
                "Each procedure says which requirements it helps to satisfy, and how far: full means that it "
                        + "satisfies the requirement by itself, partial that it satisfies a part of it, and supports that it helps "
                        + "and does not count."));
    }

    private void byRole() {
        heading(2, "By role", "by-role");
        for (Role role : Role.values()) {
            List<Procedure> mine =
                    procedures.stream().filter(each -> each.role() == role).toList();
            if (!mine.isEmpty()) {
                heading(3, capital(role.id()), "role-" + role.id());
                roleOverview(mine);
            }
        }
    }

    private void byArchetype() {
        heading(2, "By kind of application", "by-archetype");
        for (ArchetypeScope scope : scopes.values()) {
            Archetype archetype = scope.archetype();
            if (selection.archetype() != null && !selection.archetype().equals(archetype.id())) {
                continue;
            }
            heading(3, archetype.title(), "archetype-" + archetype.id());
            if (!archetype.description().isEmpty()) {
                blocks.add(Paragraph.of(archetype.description()));
            }
            blocks.add(new Paragraph(List.of(
                    new Span.Text("Applications with these tags: "),
                    new Span.Code(
                            archetype.when().terms().isEmpty()
                                    ? "any"
                                    : archetype.when().canonical()))));
            List<ArchetypeScope> wider = wider(scope);
            wider.forEach(each -> blocks.add(new Paragraph(List.of(
                    new Span.Text("All that binds "),
                    Span.Link.to(
                            "archetype-" + each.archetype().id(),
                            each.archetype().title()),
                    new Span.Text(" binds these too, and stands there.")))));
            kindOverview(scope, wider);
            requirements(archetype, wider);
        }
    }

    /** The archetypes that each application of an archetype is of as well; none where they are not in this handbook. */
    private List<ArchetypeScope> wider(ArchetypeScope scope) {
        if (selection.archetype() != null) {
            return List.of();
        }
        return scopes.values().stream()
                .filter(each -> scope.archetype()
                                .when()
                                .implies(each.archetype().when())
                        && !each.archetype().when().implies(scope.archetype().when()))
                .toList();
    }

    private void kindOverview(ArchetypeScope scope, List<ArchetypeScope> wider) {
        List<List<List<Span>>> rows = new ArrayList<>();
        for (Procedure each : procedures) {
            boolean always = scope.archetype().when().implies(each.when());
            boolean narrowed = always || asksOfTheSame(each, scope.archetype());
            boolean there = wider.stream()
                    .anyMatch(other -> other.procedures().contains(each.id())
                            && (!narrowed || other.archetype().when().implies(each.when())));
            if (scope.procedures().contains(each.id()) && !there) {
                rows.add(List.of(
                        link(each.title(), "procedure-" + each.id()),
                        text(each.role().id()),
                        text(each.phase().id()),
                        text(InWords.due(each).toString()),
                        always ? text("") : List.of(new Span.Code(each.when().canonical()))));
            }
        }
        if (rows.isEmpty()) {
            blocks.add(Paragraph.of(
                    wider.isEmpty() ? "None of these procedures applies to them." : "No procedure is added."));
        } else {
            blocks.add(Table.of(List.of("Procedure", "Role", "Phase", "Due", "Only for"), rows));
        }
    }

    /** Whether the selectors of both ask for the value of one tag. */
    private static boolean asksOfTheSame(Procedure procedure, Archetype archetype) {
        return procedure.when().terms().stream()
                .anyMatch(term -> archetype.when().terms().stream()
                        .anyMatch(own -> own.key().equals(term.key())));
    }

    private void requirements(Archetype archetype, List<ArchetypeScope> wider) {
        Map<String, List<String>> byFramework = new TreeMap<>();
        for (RequirementRef ref : archetype.requires()) {
            if (wider.stream().noneMatch(other -> other.archetype().requires().contains(ref))) {
                byFramework
                        .computeIfAbsent(ref.framework(), key -> new ArrayList<>())
                        .add(ref.requirement());
            }
        }
        if (byFramework.isEmpty()) {
            return;
        }
        blocks.add(Paragraph.of("Requirements that bind them" + (wider.isEmpty() ? ":" : " besides:")));
        List<List<Span>> items = new ArrayList<>();
        byFramework.forEach(
                (framework, ids) -> items.add(text(frameworkTitle(framework) + ": " + String.join(", ", ids))));
        blocks.add(ItemList.of(false, items));
    }

    private void roleOverview(Collection<Procedure> some) {
        List<List<List<Span>>> rows = new ArrayList<>();
        for (Procedure each : some) {
            rows.add(List.of(
                    link(each.title(), "procedure-" + each.id()),
                    text(each.phase().id()),
                    text(InWords.due(each).toString())));
        }
        blocks.add(Table.of(List.of("Procedure", "Phase", "Due"), rows));
    }

    private void byPhase() {
        heading(2, "The procedures, phase by phase", "procedures");
        ProcedureEntry entry = new ProcedureEntry(pack);
        for (Phase phase : Phase.values()) {
            List<Procedure> mine =
                    procedures.stream().filter(each -> each.phase() == phase).toList();
            if (!mine.isEmpty()) {
                heading(3, capital(phase.id()), "phase-" + phase.id());
                mine.forEach(each -> blocks.addAll(entry.blocks(each)));
            }
        }
    }

    private void playbooks() {
        List<String> used = procedures.stream()
                .map(each -> each.guidance().playbook())
                .filter(path -> path != null && pack.playbooks().containsKey(path))
                .distinct()
                .sorted()
                .toList();
        heading(2, "Playbooks", "playbooks");
        if (used.isEmpty()) {
            blocks.add(Paragraph.of("These procedures have none."));
        }
        for (String path : used) {
            blocks.addAll(PlaybookSection.of(path, pack.playbooks().getOrDefault(path, "")));
        }
    }

    private String frameworkTitle(String id) {
        var framework = pack.frameworks().get(id);
        return framework == null ? id : framework.title();
    }

    private void heading(int level, String text, String anchor) {
        blocks.add(Heading.of(level, text, anchor));
    }

    private static List<Span> text(String text) {
        return List.of(new Span.Text(text));
    }

    private static List<Span> link(String text, String anchor) {
        return List.of(Span.Link.to(anchor, text));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
