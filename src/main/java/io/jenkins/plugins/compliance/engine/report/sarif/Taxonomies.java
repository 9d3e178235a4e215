package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaims;
import io.jenkins.plugins.compliance.engine.report.cwe.CweMentions;
import java.util.List;
import java.util.OptionalInt;

/** Tells which weakness a reference to a taxon means. Tools refer by name, by guid or by index, and not always as they should. */
final class Taxonomies {
    private final ToolComponent driver;
    private final List<ToolComponent> extensions;
    private final List<ToolComponent> taxonomies;

    Taxonomies(ToolComponent driver, List<ToolComponent> extensions, List<ToolComponent> taxonomies) {
        this.driver = driver;
        this.extensions = extensions;
        this.taxonomies = taxonomies;
    }

    /** Whether one of the references can be understood only with the run's taxonomies. */
    static boolean needed(List<Reference> taxa) {
        for (int i = 0; i < taxa.size(); i++) {
            if (needed(taxa.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** The weaknesses that a rule states. */
    List<CweClaim> weaknesses(Rule rule) {
        if (rule.taxa().isEmpty()) {
            return rule.cwes();
        }
        CweClaims claims = new CweClaims();
        claims.addAll(rule.cwes());
        for (Reference taxon : rule.taxa()) {
            cwe(taxon).ifPresent(cwe -> claims.add(cwe, CweClaim.Basis.FIELD));
        }
        return claims.list();
    }

    /** The number of the weakness; empty when the reference means none. */
    OptionalInt cwe(Reference taxon) {
        Reference.ComponentReference reference = taxon.component();
        ToolComponent component = reference == null ? driver : component(reference);
        String name = reference == null || reference.name() == null ? component.name() : reference.name();
        String id = taxon.id() == null ? idIn(component, taxon) : taxon.id();
        if (id == null) {
            return OptionalInt.empty();
        }
        if (ToolComponent.isCwe(name)) {
            return CweMentions.ofField(id);
        }
        boolean saysItself = id.regionMatches(true, 0, "CWE-", 0, 4);
        return saysItself && (name.isEmpty() || reference == null) ? CweMentions.ofField(id) : OptionalInt.empty();
    }

    private static boolean needed(Reference taxon) {
        Reference.ComponentReference component = taxon.component();
        String name = component == null ? null : component.name();
        return component != null && (name == null || (ToolComponent.isCwe(name) && taxon.id() == null));
    }

    private ToolComponent component(Reference.ComponentReference reference) {
        for (List<ToolComponent> components : List.of(taxonomies, extensions)) {
            for (ToolComponent component : components) {
                if (reference.guid() != null && reference.guid().equalsIgnoreCase(component.guid())) {
                    return component;
                }
            }
        }
        for (ToolComponent component : taxonomies) {
            if (component.name().equals(reference.name())) {
                return component;
            }
        }
        return at(taxonomies, reference.index(), at(extensions, reference.index(), ToolComponent.UNKNOWN));
    }

    private static ToolComponent at(List<ToolComponent> components, int index, ToolComponent otherwise) {
        return index >= 0 && index < components.size() ? components.get(index) : otherwise;
    }

    private static @CheckForNull String idIn(ToolComponent component, Reference taxon) {
        if (taxon.index() >= 0 && taxon.index() < component.taxa().size()) {
            return component.taxa().get(taxon.index()).id();
        }
        for (ToolComponent.Taxon candidate : component.taxa()) {
            if (taxon.guid() != null && taxon.guid().equals(candidate.guid())) {
                return candidate.id();
            }
        }
        return null;
    }
}
