package io.jenkins.plugins.compliance.engine.policy.demand;

import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.policy.demand.Demands.DemandClaim;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Whatever some archetype of a pack demands, in order of framework and number. What is looked at for every application is numbers
 * in arrays, side by side: large packs are walked through at the speed of memory that is read in a row.
 */
final class DemandTable {
    private final List<Row> rows;
    /** The procedures that claim a row are from {@code firstClaimant[row]} to before {@code firstClaimant[row + 1]}. */
    private final int[] firstClaimant;

    private final int[] claimants;
    /** By row, the place in {@link #demandings} of the archetypes that demand it. */
    private final int[] demanding;

    private final List<BitSet> demandings = new ArrayList<>();
    /** By archetype, the rows that it demands. */
    private final List<BitSet> demandedBy;

    /** A requirement that some archetype demands, with all claims on it in the order of the procedures. */
    record Row(RequirementRef requirement, String title, List<DemandClaim> claims) {}

    DemandTable(List<Archetype> archetypes, Function<RequirementRef, Row> row) {
        TreeSet<RequirementRef> demanded = new TreeSet<>();
        archetypes.forEach(each -> demanded.addAll(each.requires()));
        List<RequirementRef> order = List.copyOf(demanded);
        rows = order.stream().map(row).toList();
        firstClaimant = new int[rows.size() + 1];
        for (int i = 0; i < rows.size(); i++) {
            firstClaimant[i + 1] = firstClaimant[i] + rows.get(i).claims().size();
        }
        claimants = rows.stream()
                .flatMap(each -> each.claims().stream())
                .mapToInt(DemandClaim::number)
                .toArray();
        demandedBy = archetypes.stream().map(each -> places(each, order)).toList();
        demanding = demanding();
    }

    private static BitSet places(Archetype archetype, List<RequirementRef> order) {
        BitSet places = new BitSet(order.size());
        archetype.requires().forEach(each -> places.set(Collections.binarySearch(order, each)));
        return places;
    }

    private int[] demanding() {
        Map<BitSet, Integer> seen = new HashMap<>();
        int[] found = new int[rows.size()];
        for (int row = 0; row < found.length; row++) {
            BitSet archetypes = new BitSet(demandedBy.size());
            for (int i = 0; i < demandedBy.size(); i++) {
                archetypes.set(i, demandedBy.get(i).get(row));
            }
            found[row] = seen.computeIfAbsent(archetypes, set -> {
                demandings.add(set);
                return demandings.size() - 1;
            });
        }
        return found;
    }

    Row row(int number) {
        return rows.get(number);
    }

    /** Rows that one of the archetypes demands at least, ascending. */
    int[] demandedBy(BitSet archetypes) {
        BitSet union = new BitSet(rows.size());
        archetypes.stream().forEach(archetype -> union.or(demandedBy.get(archetype)));
        return union.stream().toArray();
    }

    /** The different sets of archetypes that demand a row together. */
    List<BitSet> demandings() {
        return demandings;
    }

    /** The place among {@link #demandings()} of the archetypes that demand a row. */
    int demanding(int row) {
        return demanding[row];
    }

    /** Whether all procedures that claim a row are among some. */
    boolean claimedOnlyBy(boolean[] procedures, int row) {
        for (int i = firstClaimant[row]; i < firstClaimant[row + 1]; i++) {
            if (!procedures[claimants[i]]) {
                return false;
            }
        }
        return true;
    }

    /** Marks the procedures that claim a row. */
    void markClaimants(int row, boolean[] procedures) {
        for (int i = firstClaimant[row]; i < firstClaimant[row + 1]; i++) {
            procedures[claimants[i]] = true;
        }
    }
}
