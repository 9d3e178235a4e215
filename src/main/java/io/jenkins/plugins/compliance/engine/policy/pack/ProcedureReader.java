package io.jenkins.plugins.compliance.engine.policy.pack;

import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.DocumentFields;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblems;
import io.jenkins.plugins.compliance.engine.io.document.Node;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Claim;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Guidance;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Phase;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Role;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Strength;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.policy.pack.PackDraft.ProcedureDraft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a procedure. */
final class ProcedureReader {
    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::id).toList();
    private static final List<String> PHASES =
            Arrays.stream(Phase.values()).map(Phase::id).toList();
    private static final List<String> STRENGTHS =
            Arrays.stream(Strength.values()).map(Strength::id).toList();

    private final DocumentProblems log;

    ProcedureReader(DocumentProblems log) {
        this.log = log;
    }

    Optional<ProcedureDraft> read(Node node) {
        DocumentFields fields = DocumentFields.of(node, "procedure", log).orElse(null);
        if (fields == null) {
            return Optional.empty();
        }
        Optional<String> id = fields.id();
        List<Position> claimsAt = new ArrayList<>();
        CheckReader.Read check = new CheckReader(log).read(fields);
        Procedure procedure = new Procedure(
                id.orElse(""),
                fields.text("title", id.orElse("")),
                fields.text("statement"),
                fields.text("why", ""),
                fields.word("role", Role::ofId, ROLES, null, Role.DEVELOPER),
                fields.word("phase", Phase::ofId, PHASES, null, Phase.BUILD),
                References.selector(fields, log),
                claims(fields, claimsAt),
                check.check(),
                check.cadence(),
                guidance(fields));
        fields.finish();
        Position playbookAt = procedure.guidance().playbook() == null ? null : fields.at("playbook");
        return id.map(found -> new ProcedureDraft(
                procedure,
                fields.at("id"),
                fields.at("when"),
                claimsAt,
                !fields.list("satisfies").isEmpty(),
                playbookAt));
    }

    private List<Claim> claims(DocumentFields procedure, List<Position> claimsAt) {
        List<Claim> claims = new ArrayList<>();
        Map<RequirementRef, Position> seen = new HashMap<>();
        for (Node item : procedure.list("satisfies")) {
            DocumentFields fields = DocumentFields.of(item, "claim", log).orElse(null);
            if (fields == null) {
                continue;
            }
            Strength strength = fields.word("strength", Strength::ofId, STRENGTHS, null, Strength.SUPPORTS);
            Optional<RequirementRef> requirement = References.requirement(fields, "requirement", log);
            fields.finish();
            if (requirement.isEmpty()) {
                continue;
            }
            Position at = fields.at("requirement");
            Position first = seen.putIfAbsent(requirement.get(), at);
            if (first != null) {
                log.error(
                        "duplicate-id",
                        at,
                        "found a claim on " + requirement.get() + " again, expected one; it stands first in line "
                                + first.line());
                continue;
            }
            claims.add(new Claim(requirement.get(), strength));
            claimsAt.add(at);
        }
        return claims;
    }

    private static Guidance guidance(DocumentFields fields) {
        return new Guidance(
                fields.optionalText("effort"),
                fields.optionalText("example"),
                fields.optionalText("avoid"),
                fields.optionalText("playbook"),
                fields.plainTexts("sources"));
    }
}
