package io.jenkins.plugins.compliance.engine.policy.lint;

import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblems;
import io.jenkins.plugins.compliance.engine.policy.Crosswalk;
import io.jenkins.plugins.compliance.engine.policy.Crosswalk.Mapping;
import io.jenkins.plugins.compliance.engine.policy.Crosswalk.Relation;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.policy.pack.PackPlaces;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds crosswalks that contradict each other: a chain in which each requirement is a strict subset of the next, or equal to it,
 * and which leads back to where it began.
 */
final class CrosswalkCycles {
    private static final int SHOWN = 12;

    private record Edge(RequirementRef from, RequirementRef to, Position at) {}

    private final PackPlaces places;
    private final DocumentProblems log;
    private final Map<RequirementRef, RequirementRef> equals = new HashMap<>();
    private final List<Edge> subsets = new ArrayList<>();

    CrosswalkCycles(List<Crosswalk> crosswalks, PackPlaces places, DocumentProblems log) {
        this.places = places;
        this.log = log;
        for (Crosswalk crosswalk : crosswalks) {
            crosswalk.mappings().forEach(mapping -> add(crosswalk, mapping));
        }
    }

    private void add(Crosswalk crosswalk, Mapping mapping) {
        RequirementRef from = new RequirementRef(crosswalk.from(), mapping.from());
        RequirementRef to = new RequirementRef(crosswalk.to(), mapping.to());
        Position at = places.of("mapping of " + crosswalk.id(), mapping.from() + " -> " + mapping.to());
        if (mapping.relation() == Relation.EQUAL) {
            RequirementRef left = representative(from);
            RequirementRef right = representative(to);
            if (!left.equals(right)) {
                equals.put(left, right);
            }
        } else if (mapping.relation() == Relation.SUBSET) {
            subsets.add(new Edge(from, to, at));
        } else if (mapping.relation() == Relation.SUPERSET) {
            subsets.add(new Edge(to, from, at));
        }
    }

    private RequirementRef representative(RequirementRef ref) {
        RequirementRef root = ref;
        RequirementRef above = equals.get(root);
        while (above != null) {
            root = above;
            above = equals.get(root);
        }
        RequirementRef each = ref;
        while (!each.equals(root)) {
            RequirementRef next = equals.getOrDefault(each, root);
            equals.put(each, root);
            each = next;
        }
        return root;
    }

    /**
     * Reports the circles, one for each mapping that closes one.
     *
     * @param most how many are reported: finding one costs time in proportion to its length
     */
    void find(int most) {
        Map<RequirementRef, List<Edge>> out = new TreeMap<>();
        for (Edge edge : subsets) {
            out.computeIfAbsent(representative(edge.from()), key -> new ArrayList<>())
                    .add(edge);
        }
        int left = most;
        Set<RequirementRef> done = new HashSet<>();
        for (RequirementRef start : out.keySet()) {
            left = walk(start, out, done, left);
        }
    }

    /** Walks depth first from a requirement; a step to a requirement that the walk is still in closes a circle. */
    private int walk(RequirementRef start, Map<RequirementRef, List<Edge>> out, Set<RequirementRef> done, int most) {
        if (!done.add(start)) {
            return most;
        }
        int left = most;
        Deque<Iterator<Edge>> branches = new ArrayDeque<>();
        Map<RequirementRef, Edge> path = new LinkedHashMap<>();
        Deque<RequirementRef> nodes = new ArrayDeque<>();
        nodes.push(start);
        branches.push(out.getOrDefault(start, List.of()).iterator());
        while (!branches.isEmpty() && left > 0) {
            RequirementRef node = nodes.element();
            if (!branches.element().hasNext()) {
                branches.pop();
                nodes.pop();
                path.remove(node);
                continue;
            }
            Edge edge = branches.element().next();
            path.put(node, edge);
            RequirementRef target = representative(edge.to());
            if (path.containsKey(target)) {
                report(target, path);
                left--;
            } else if (done.add(target)) {
                nodes.push(target);
                branches.push(out.getOrDefault(target, List.of()).iterator());
            }
        }
        return left;
    }

    private void report(RequirementRef first, Map<RequirementRef, Edge> path) {
        List<Edge> circle = new ArrayList<>();
        path.forEach((node, edge) -> {
            if (node.equals(first) || !circle.isEmpty()) {
                circle.add(edge);
            }
        });
        String chain = circle.stream()
                .limit(SHOWN)
                .map(edge -> edge.from() + " is a subset of " + edge.to())
                .collect(Collectors.joining(", "));
        log.error(
                "crosswalk-cycle",
                circle.get(circle.size() - 1).at(),
                "found crosswalks that lead in a circle, expected no requirement to be a strict subset of itself: "
                        + chain + (circle.size() > SHOWN ? ", and so on" : ""));
    }
}
