package io.jenkins.plugins.compliance.engine.policy.pack;

import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.DocumentFields;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblems;
import io.jenkins.plugins.compliance.engine.io.document.Located;
import io.jenkins.plugins.compliance.engine.io.document.Node;
import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.Crosswalk;
import io.jenkins.plugins.compliance.engine.policy.Crosswalk.Mapping;
import io.jenkins.plugins.compliance.engine.policy.Crosswalk.Relation;
import io.jenkins.plugins.compliance.engine.policy.CweMapping;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.policy.pack.PackDraft.ArchetypeDraft;
import io.jenkins.plugins.compliance.engine.policy.pack.PackDraft.CrosswalkDraft;
import io.jenkins.plugins.compliance.engine.policy.pack.PackDraft.TogetherDraft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the lists that any file of a pack may hold. */
final class DocumentReader {
    private static final List<String> RELATIONS =
            Arrays.stream(Relation.values()).map(Relation::id).toList();

    private static final List<String> STRENGTHS = Arrays.stream(Crosswalk.Strength.values())
            .map(Crosswalk.Strength::id)
            .toList();

    private final FrameworkReader frameworks;
    private final DocumentProblems log;
    private final PackDraft draft;

    DocumentReader(FrameworkReader frameworks, DocumentProblems log, PackDraft draft) {
        this.frameworks = frameworks;
        this.log = log;
        this.draft = draft;
    }

    /** Reads the lists; keys that belong to the header are left to the caller. */
    void read(DocumentFields document) {
        TagReader tags = new TagReader(log);
        document.list("tags").forEach(each -> tags.read(each).ifPresent(draft.tags::add));
        document.list("frameworks").forEach(each -> frameworks.read(each).ifPresent(draft.frameworks::add));
        document.list("crosswalks").forEach(this::crosswalk);
        document.list("archetypes").forEach(this::archetype);
        ProcedureReader procedures = new ProcedureReader(log);
        document.list("procedures").forEach(each -> procedures.read(each).ifPresent(draft.procedures::add));
        document.list("together").forEach(this::together);
        document.list("weaknesses").forEach(this::weakness);
    }

    private void crosswalk(Node node) {
        DocumentFields fields = DocumentFields.of(node, "crosswalk", log).orElse(null);
        if (fields == null) {
            return;
        }
        Optional<String> id = fields.id();
        List<Mapping> mappings = new ArrayList<>();
        List<Position> mappingsAt = new ArrayList<>();
        for (Node item : fields.list("mappings")) {
            DocumentFields each = DocumentFields.of(item, "mapping", log).orElse(null);
            if (each != null) {
                mapping(each, mappings, mappingsAt);
            }
        }
        Crosswalk crosswalk = new Crosswalk(
                id.orElse(""), fields.text("from"), fields.text("to"), fields.text("source", ""), mappings);
        fields.finish();
        if (id.isPresent()) {
            draft.crosswalks.add(new CrosswalkDraft(crosswalk, fields.at("id"), mappingsAt));
        }
    }

    /** One mapping to each requirement that {@code to} names. */
    private void mapping(DocumentFields fields, List<Mapping> mappings, List<Position> mappingsAt) {
        String from = fields.text("from");
        boolean several = fields.node("to") instanceof Node.Sequence;
        List<Located<String>> to =
                several ? fields.texts("to") : List.of(new Located<>(fields.text("to"), fields.at()));
        Relation relation = fields.word("relation", Relation::ofId, RELATIONS, null, Relation.INTERSECTS);
        Crosswalk.Strength unstated = Crosswalk.Strength.unstated(relation);
        Crosswalk.Strength strength = fields.word("strength", Crosswalk.Strength::ofId, STRENGTHS, unstated, unstated);
        String rationale = fields.optionalText("rationale");
        String source = fields.optionalText("source");
        fields.finish();
        if (several && to.isEmpty()) {
            log.error("wrong-value", fields.at("to"), "found an empty list, expected the ids of requirements");
        }
        for (Located<String> each : to) {
            mappings.add(new Mapping(from, each.value(), relation, strength, rationale, source));
            mappingsAt.add(each.at());
        }
    }

    private void archetype(Node node) {
        DocumentFields fields = DocumentFields.of(node, "archetype", log).orElse(null);
        if (fields == null) {
            return;
        }
        Optional<String> id = fields.id();
        Archetype archetype = new Archetype(
                id.orElse(""),
                fields.text("title", id.orElse("")),
                fields.text("description", ""),
                References.selector(fields, log),
                List.of());
        List<Located<String>> requires = fields.texts("requires");
        if (!fields.has("requires")) {
            fields.missing("requires");
        }
        fields.finish();
        if (id.isPresent()) {
            draft.archetypes.add(new ArchetypeDraft(archetype, fields.at("id"), fields.at("when"), requires));
        }
    }

    private void together(Node node) {
        DocumentFields fields = DocumentFields.of(node, "statement of what procedures cover together", log)
                .orElse(null);
        if (fields == null) {
            return;
        }
        Optional<RequirementRef> requirement = References.requirement(fields, "requirement", log);
        List<Located<String>> procedures = fields.texts("procedures");
        fields.finish();
        requirement.ifPresent(each ->
                draft.together.add(new TogetherDraft(new Located<>(each, fields.at("requirement")), procedures)));
    }

    private void weakness(Node node) {
        DocumentFields fields =
                DocumentFields.of(node, "link from a weakness", log).orElse(null);
        if (fields == null) {
            return;
        }
        Optional<Integer> cwe = CweNumber.number(fields.text("cwe"), fields.at("cwe"), log);
        Optional<RequirementRef> requirement = References.requirement(fields, "requirement", log);
        String rationale = fields.text("rationale", "");
        fields.finish();
        if (cwe.isPresent() && requirement.isPresent()) {
            draft.weaknesses.add(
                    new Located<>(new CweMapping(cwe.get(), requirement.get(), rationale), fields.at("requirement")));
        }
    }
}
