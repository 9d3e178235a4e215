package io.jenkins.plugins.compliance.engine.policy.demand;

import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.demand.Demands.Demand;
import io.jenkins.plugins.compliance.engine.policy.demand.Demands.DemandClaim;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which archetypes, procedures and requirements of a pack apply to an application with certain tags. Each demand is put together
 * when it is asked for, so that who looks at each once goes through the pack once; {@link #demands()} is all of them.
 */
public final class Applicability {
    private final PolicyPack pack;
    private final DemandTable table;
    private final List<Archetype> archetypes;
    /** By place in the pack, whether the selector of the procedure matches. */
    private final boolean[] selected;
    /** By place in the pack, whether the procedure applies. */
    private final boolean[] applies;
    /** Rows of the table that are demanded. */
    private final int[] rows;
    /** Ids of the archetypes that demand a row and apply, by {@link DemandTable#demanding}. */
    private final List<List<String>> demanding;

    Applicability(PolicyPack pack, DemandTable table, Tags tags) {
        this.pack = pack;
        this.table = table;
        BitSet matching = new BitSet();
        for (int i = 0; i < pack.archetypes().size(); i++) {
            matching.set(i, pack.archetypes().get(i).when().matches(tags));
        }
        archetypes = matching.stream().mapToObj(pack.archetypes()::get).toList();
        selected = new boolean[pack.procedures().size()];
        for (int i = 0; i < selected.length; i++) {
            selected[i] = pack.procedures().get(i).when().matches(tags);
        }
        rows = table.demandedBy(matching);
        applies = applying(table, rows, selected);
        demanding = table.demandings().stream()
                .map(each -> matching(each, matching))
                .toList();
    }

    private static boolean[] applying(DemandTable table, int[] rows, boolean[] selected) {
        boolean[] applies = new boolean[selected.length];
        for (int row : rows) {
            table.markClaimants(row, applies);
        }
        for (int i = 0; i < applies.length; i++) {
            applies[i] &= selected[i];
        }
        return applies;
    }

    private List<String> matching(BitSet demanding, BitSet matching) {
        return demanding.stream()
                .filter(matching::get)
                .mapToObj(each -> pack.archetypes().get(each).id())
                .toList();
    }

    /** The archetypes that the application is of, in the order of the pack. */
    public List<Archetype> archetypes() {
        return archetypes;
    }

    /**
     * Whether a procedure applies: its selector matches, and one of its claims at least bears on a demanded requirement.
     *
     * @param procedure its place in the pack, from 0
     */
    public boolean applies(int procedure) {
        return applies[procedure];
    }

    /** How many requirements are demanded. */
    public int size() {
        return rows.length;
    }

    /**
     * A demanded requirement.
     *
     * @param place its place, from 0, in the order of framework and number
     */
    public Demand demand(int place) {
        int number = rows[place];
        DemandTable.Row row = table.row(number);
        List<DemandClaim> claims = table.claimedOnlyBy(selected, number)
                ? row.claims()
                : row.claims().stream()
                        .filter(claim -> selected[claim.number()])
                        .toList();
        return new Demand(row.requirement(), row.title(), demanding.get(table.demanding(number)), claims);
    }

    /** All that is demanded. */
    public Demands demands() {
        List<Demand> demands = new ArrayList<>(rows.length);
        for (int place = 0; place < rows.length; place++) {
            demands.add(demand(place));
        }
        Set<String> procedures = new LinkedHashSet<>();
        for (int i = 0; i < applies.length; i++) {
            if (applies[i]) {
                procedures.add(pack.procedures().get(i).id());
            }
        }
        return new Demands(archetypes, demands, procedures);
    }
}
