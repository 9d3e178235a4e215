package io.jenkins.plugins.compliance.engine.policy.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Crosswalk;
import io.jenkins.plugins.compliance.engine.policy.Crosswalk.Mapping;
import io.jenkins.plugins.compliance.engine.policy.Crosswalk.Relation;
import io.jenkins.plugins.compliance.engine.policy.Framework;
import io.jenkins.plugins.compliance.engine.policy.Framework.Requirement;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Claim;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Strength;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.policy.demand.Demands.Demand;
import io.jenkins.plugins.compliance.engine.policy.demand.Demands.DemandClaim;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyIndexTest {
    private static final Tags WEB = Tags.of(Map.of("kind", "web"));

    @Test
    void archetypesAddUpAndProceduresApplyBySelectorAndDemand() {
        PolicyPack pack = pack(
                List.of(),
                List.of(
                        archetype("web", "kind=web", "f/A-2", "f/A-10"),
                        archetype("any", "", "f/A-10", "f/A-11"),
                        archetype("library", "kind=library", "f/A-12")),
                List.of(
                        procedure("p-web", "", "f/A-2", Strength.FULL),
                        procedure("p-dmz", "zone=dmz", "f/A-10", Strength.FULL),
                        procedure("p-library", "", "f/A-12", Strength.FULL),
                        procedure("p-any", "kind", "f/A-10", Strength.SUPPORTS)));

        Demands demands = PolicyIndex.of(pack).demands(WEB);

        assertThat(demands.archetypes()).extracting(Archetype::id).containsExactly("web", "any");
        assertThat(demands.requirements())
                .extracting(each -> each.requirement() + " " + each.archetypes())
                .containsExactly("f/A-2 [web]", "f/A-10 [web, any]", "f/A-11 [any]");
        assertThat(demands.procedures()).containsExactly("p-web", "p-any");
        assertThat(demands.requirements().get(1).claims())
                .extracting(each -> each.procedure().id())
                .containsExactly("p-any");
        assertThat(demands.requirements().get(2).unmapped()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "EQUAL,FULL,FULL",
        "SUPERSET,FULL,FULL",
        "SUBSET,FULL,PARTIAL",
        "INTERSECTS,FULL,PARTIAL",
        "EQUAL,PARTIAL,PARTIAL",
        "SUBSET,PARTIAL,PARTIAL",
        "INTERSECTS,SUPPORTS,SUPPORTS",
        "EQUAL,SUPPORTS,SUPPORTS",
    })
    void crosswalkTranslatesAClaimForwards(Relation relation, Strength stated, Strength expected) {
        PolicyPack pack = pack(
                List.of(crosswalk(new Mapping("B-1", "A-2", relation, null, null))),
                List.of(archetype("any", "", "f/A-2")),
                List.of(procedure("p", "", "g/B-1", stated)));

        assertThat(onlyClaim(pack)).isEqualTo(new DemandClaim(pack.procedures().get(0), 0, expected, ref("g/B-1")));
    }

    @ParameterizedTest
    @CsvSource({
        "SUPERSET,STRONG,FULL,FULL",
        "SUPERSET,MODERATE,FULL,PARTIAL",
        "SUPERSET,WEAK,FULL,SUPPORTS",
        "INTERSECTS,STRONG,FULL,PARTIAL",
        "INTERSECTS,STRONG,PARTIAL,PARTIAL",
        "INTERSECTS,MODERATE,FULL,PARTIAL",
        "INTERSECTS,MODERATE,PARTIAL,SUPPORTS",
        "INTERSECTS,WEAK,FULL,SUPPORTS",
        "SUBSET,STRONG,PARTIAL,PARTIAL",
        "SUBSET,WEAK,FULL,SUPPORTS",
        "INTERSECTS,WEAK,SUPPORTS,SUPPORTS",
    })
    void strengthOfAMappingLimitsWhatAClaimCountsAs(
            Relation relation, Crosswalk.Strength strength, Strength stated, Strength expected) {
        PolicyPack pack = pack(
                List.of(crosswalk(new Mapping("B-1", "A-2", relation, strength, null, null))),
                List.of(archetype("any", "", "f/A-2")),
                List.of(procedure("p", "", "g/B-1", stated)));

        assertThat(onlyClaim(pack).strength()).isEqualTo(expected);
    }

    @Test
    void anOverlapThatNobodyWeighedIsModerate() {
        for (Relation relation : Relation.values()) {
            assertThat(new Mapping("B-1", "A-2", relation, null, null).strength())
                    .isEqualTo(
                            relation == Relation.INTERSECTS ? Crosswalk.Strength.MODERATE : Crosswalk.Strength.STRONG);
        }
    }

    @ParameterizedTest
    @CsvSource({"EQUAL,FULL", "SUBSET,FULL", "SUPERSET,PARTIAL", "INTERSECTS,PARTIAL"})
    void crosswalkTranslatesAClaimBackwardsByTheInverse(Relation relation, Strength expected) {
        PolicyPack pack = pack(
                List.of(crosswalk(new Mapping("B-1", "A-2", relation, null, null))),
                List.of(archetype("any", "", "g/B-1")),
                List.of(procedure("p", "", "f/A-2", Strength.FULL)));

        assertThat(onlyClaim(pack).strength()).isEqualTo(expected);
    }

    @Test
    void statedClaimWinsOverAStrongerTranslatedOne() {
        Procedure procedure = procedure(
                "p", "", List.of(new Claim(ref("g/B-1"), Strength.FULL), new Claim(ref("f/A-2"), Strength.SUPPORTS)));
        PolicyPack pack = pack(
                List.of(crosswalk(new Mapping("B-1", "A-2", Relation.EQUAL, null, null))),
                List.of(archetype("any", "", "f/A-2")),
                List.of(procedure));

        assertThat(onlyClaim(pack)).isEqualTo(new DemandClaim(procedure, 0, Strength.SUPPORTS, ref("f/A-2")));
    }

    @Test
    void strongestTranslationWins() {
        Procedure procedure = procedure(
                "p", "", List.of(new Claim(ref("g/B-1"), Strength.FULL), new Claim(ref("g/B-2"), Strength.FULL)));
        PolicyPack pack = pack(
                List.of(crosswalk(
                        new Mapping("B-1", "A-2", Relation.INTERSECTS, null, null),
                        new Mapping("B-2", "A-2", Relation.EQUAL, null, null))),
                List.of(archetype("any", "", "f/A-2")),
                List.of(procedure));

        assertThat(onlyClaim(pack)).isEqualTo(new DemandClaim(procedure, 0, Strength.FULL, ref("g/B-2")));
    }

    @Test
    void translationIsOneHop() {
        PolicyPack pack = pack(
                List.of(
                        new Crosswalk(
                                "x", "h", "g", "", List.of(new Mapping("C-1", "B-1", Relation.EQUAL, null, null))),
                        crosswalk(new Mapping("B-1", "A-2", Relation.EQUAL, null, null))),
                List.of(archetype("any", "", "f/A-2")),
                List.of(procedure("p", "", "h/C-1", Strength.FULL)));

        Demands demands = PolicyIndex.of(pack).demands(WEB);

        assertThat(demands.requirements().get(0).unmapped()).isTrue();
        assertThat(demands.procedures()).isEmpty();
    }

    @Test
    void noArchetypeDemandsNothing() {
        PolicyPack pack = pack(
                List.of(),
                List.of(archetype("web", "kind=web", "f/A-2")),
                List.of(procedure("p", "", "f/A-2", Strength.FULL)));

        assertThat(PolicyIndex.of(pack).demands(Tags.NONE))
                .isEqualTo(new Demands(List.of(), List.of(), java.util.Set.of()));
    }

    @Test
    void manyRequirementsAndProceduresKeepTheirOrder() {
        List<Procedure> procedures = new ArrayList<>();
        List<RequirementRef> requires = new ArrayList<>();
        for (int i = 300; i > 0; i--) {
            procedures.add(procedure("p" + i, "", "f/A-" + i, Strength.FULL));
            requires.add(ref("f/A-" + i));
        }
        PolicyPack pack =
                pack(List.of(), List.of(new Archetype("any", "", "", Selector.EVERYTHING, requires)), procedures);

        Demands demands = PolicyIndex.of(pack).demands(WEB);

        assertThat(demands.requirements())
                .extracting(Demand::requirement)
                .isSorted()
                .hasSize(300);
        assertThat(demands.procedures()).hasSize(300).startsWith("p300", "p299");
        assertThat(demands.requirements().get(9).claims().get(0).procedure().id())
                .isEqualTo("p10");
    }

    private static DemandClaim onlyClaim(PolicyPack pack) {
        Demands demands = PolicyIndex.of(pack).demands(WEB);
        assertThat(demands.requirements()).hasSize(1);
        assertThat(demands.requirements().get(0).claims()).hasSize(1);
        assertThat(demands.procedures()).containsExactly("p");
        return demands.requirements().get(0).claims().get(0);
    }

    private static PolicyPack pack(List<Crosswalk> crosswalks, List<Archetype> archetypes, List<Procedure> procedures) {
        List<Requirement> requirements = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            requirements.add(new Requirement("A-" + i, "Title " + i, null, false, null));
        }
        Framework f = new Framework("f", "F", "1", "", "", "", "", requirements, List.of());
        return new PolicyPack(
                "test",
                "Test",
                "1",
                "",
                "sha256:" + "0".repeat(64),
                List.of(),
                Map.of("f", f),
                crosswalks,
                archetypes,
                procedures,
                List.of(),
                List.of(),
                Map.of());
    }

    private static Crosswalk crosswalk(Mapping... mappings) {
        return new Crosswalk("g-f", "g", "f", "test", List.of(mappings));
    }

    private static Archetype archetype(String id, String when, String... requires) {
        return new Archetype(
                id,
                id,
                "",
                Selector.parse(when),
                List.of(requires).stream().map(PolicyIndexTest::ref).toList());
    }

    private static Procedure procedure(String id, String when, String requirement, Strength strength) {
        return procedure(id, when, List.of(new Claim(ref(requirement), strength)));
    }

    private static Procedure procedure(String id, String when, List<Claim> claims) {
        return new Procedure(
                id,
                id,
                "Do it.",
                "",
                Procedure.Role.DEVELOPER,
                Procedure.Phase.BUILD,
                Selector.parse(when),
                claims,
                new Check.Approval("release", List.of(), 1),
                new Cadence.EveryBuild(),
                Procedure.Guidance.NONE);
    }

    private static RequirementRef ref(String text) {
        return RequirementRef.parse(text);
    }
}
