package io.jenkins.plugins.compliance.engine.policy.pack;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.DocumentFields;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblems;
import io.jenkins.plugins.compliance.engine.io.document.Documents;
import io.jenkins.plugins.compliance.engine.io.document.Node;
import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Strength;
import io.jenkins.plugins.compliance.engine.policy.pack.PackDraft.ProcedureDraft;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody nearer to an application than the authors of its policy asks for beyond it: further procedures, and an archetype
 * that it is of whatever its tags say. It can only add. A procedure of it claims at most a part of a requirement: otherwise a
 * demand that the policy leaves open could be met by one's own small demand.
 */
public final class PolicyAddition {
    private final String what;
    private final List<ProcedureDraft> procedures;

    @CheckForNull
    private final String archetype;

    private PolicyAddition(String what, List<ProcedureDraft> procedures, @CheckForNull String archetype) {
        this.what = what;
        this.procedures = List.copyOf(procedures);
        this.archetype = archetype;
    }

    /**
     * Reads an addition.
     *
     * @param procedures a document with the list {@code procedures} of a policy pack; may be empty
     * @param archetype id of the archetype; null for none
     * @param what what the addition is called in messages, for instance {@code folder payments}
     * @throws InvalidPolicyException when it has a mistake that shows without the policy
     */
    public static PolicyAddition read(String procedures, @CheckForNull String archetype, String what, Limits limits)
            throws InvalidPolicyException {
        DocumentProblems log = new DocumentProblems(limits.problems());
        if (archetype != null && !DocumentFields.isId(archetype)) {
            log.error(
                    "wrong-value",
                    Position.of(what),
                    "found the archetype " + DocumentProblems.quoted(archetype) + ", expected the id of one");
        }
        List<ProcedureDraft> drafts = procedures.isBlank() ? List.of() : procedures(procedures, what, limits, log);
        refuse(what, log);
        return new PolicyAddition(what, drafts, archetype);
    }

    private static List<ProcedureDraft> procedures(String text, String what, Limits limits, DocumentProblems log) {
        List<ProcedureDraft> drafts = new ArrayList<>();
        try {
            Node document = Documents.yaml(text.getBytes(StandardCharsets.UTF_8), what, limits);
            DocumentFields fields =
                    DocumentFields.of(document, "document with procedures", log).orElse(null);
            if (fields != null) {
                ProcedureReader reader = new ProcedureReader(log);
                fields.list("procedures")
                        .forEach(each -> reader.read(each).ifPresent(draft -> add(draft, drafts, log)));
                fields.finish();
            }
        } catch (MalformedInputException e) {
            log.error("syntax", e.position(), String.valueOf(e.getMessage()));
        } catch (LimitExceededException e) {
            log.limit(Position.of(what), e);
        } catch (IOException e) {
            log.error("unreadable-file", Position.of(what), String.valueOf(e.getMessage()));
        }
        return drafts;
    }

    private static void add(ProcedureDraft draft, List<ProcedureDraft> drafts, DocumentProblems log) {
        List<Procedure.Claim> claims = draft.procedure().satisfies();
        for (int i = 0; i < claims.size(); i++) {
            if (claims.get(i).strength() == Strength.FULL) {
                log.error(
                        "wrong-value",
                        draft.claimsAt().get(i),
                        "found the strength full, expected partial or supports: what satisfies a requirement is for the"
                                + " policy to say");
            }
        }
        drafts.add(draft);
    }

    /**
     * A policy with this addition. Its digest is another one when anything was added.
     *
     * @throws InvalidPolicyException when the addition names what the policy has not, or an id that it has already
     */
    public PolicyPack to(PolicyPack policy) throws InvalidPolicyException {
        if (procedures.isEmpty() && archetype == null) {
            return policy;
        }
        DocumentProblems log = new DocumentProblems(Limits.DEFAULTS.problems());
        RequirementLookup requirements = new RequirementLookup(policy.frameworks(), log);
        List<Procedure> all = new ArrayList<>(policy.procedures());
        for (ProcedureDraft each : procedures) {
            check(each, policy, all, requirements, log);
            all.add(each.procedure());
        }
        List<Archetype> archetypes = archetypes(policy, log);
        refuse(what, log);
        return PolicyDigest.stamped(new PolicyPack(
                policy.id(),
                policy.title(),
                policy.version(),
                policy.effectiveFrom(),
                "",
                policy.tags(),
                policy.frameworks(),
                policy.crosswalks(),
                archetypes,
                all,
                policy.together(),
                policy.weaknesses(),
                policy.playbooks()));
    }

    private static void check(
            ProcedureDraft draft,
            PolicyPack policy,
            List<Procedure> others,
            RequirementLookup requirements,
            DocumentProblems log) {
        String id = draft.procedure().id();
        if (others.stream().anyMatch(each -> each.id().equals(id))) {
            log.error(
                    "duplicate-id",
                    draft.at(),
                    "found the procedure " + DocumentProblems.quoted(id)
                            + ", which is there already; expected an id of its own: what is there can't be replaced");
        }
        for (int i = 0; i < draft.procedure().satisfies().size(); i++) {
            requirements.claimable(
                    draft.procedure().satisfies().get(i).requirement(),
                    draft.claimsAt().get(i));
        }
        String playbook = draft.procedure().guidance().playbook();
        if (playbook != null && !policy.playbooks().containsKey(playbook)) {
            log.unknown(
                    "missing-playbook",
                    draft.at(),
                    "the path of a playbook of the policy",
                    playbook,
                    policy.playbooks().keySet());
        }
    }

    private List<Archetype> archetypes(PolicyPack policy, DocumentProblems log) {
        String named = archetype;
        if (named == null) {
            return policy.archetypes();
        }
        if (policy.archetypes().stream().noneMatch(each -> each.id().equals(named))) {
            log.unknown(
                    "unknown-archetype",
                    Position.of(what),
                    "the id of an archetype of the policy " + policy.id(),
                    named,
                    policy.archetypes().stream().map(Archetype::id).toList());
        }
        return policy.archetypes().stream()
                .map(each -> each.id().equals(named)
                        ? new Archetype(
                                each.id(), each.title(), each.description(), Selector.EVERYTHING, each.requires())
                        : each)
                .toList();
    }

    private static void refuse(String what, DocumentProblems log) throws InvalidPolicyException {
        if (log.hasErrors()) {
            throw new InvalidPolicyException(what, log.sorted());
        }
    }
}
