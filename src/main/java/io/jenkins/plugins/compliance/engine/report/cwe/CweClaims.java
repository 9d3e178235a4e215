package io.jenkins.plugins.compliance.engine.report.cwe;

import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers what is claimed of one finding: ascending, each weakness once, on its strongest basis. */
public final class CweClaims {
    private final Map<Integer, CweClaim.Basis> claims = new TreeMap<>();

    /** Adds a claim. */
    public void add(int cwe, CweClaim.Basis basis) {
        claims.merge(cwe, basis, (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }

    /** Adds claims. */
    public void addAll(Iterable<CweClaim> others) {
        others.forEach(claim -> add(claim.cwe(), claim.basis()));
    }

    /** Forgets all claims, for the next finding. */
    public void clear() {
        claims.clear();
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return claims.isEmpty();
    }

    /** The claims, as {@link Finding#cwes()} wants them. */
    public List<CweClaim> list() {
        List<CweClaim> list = new ArrayList<>(claims.size());
        claims.forEach((cwe, basis) -> list.add(new CweClaim(cwe, basis)));
        return List.copyOf(list);
    }
}
