package io.jenkins.plugins.compliance.config;

import hudson.util.ListBoxModel;
import io.jenkins.plugins.compliance.engine.assess.Gate;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The words for how strict a gate is, for forms. */
@Restricted(NoExternalUse.class)
public final class GateWords {
    private GateWords() {}

    /** All of them, the least strict first; what is stored are their ids. */
    public static ListBoxModel items() {
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.Gate_observe(), Gate.Mode.OBSERVE.id());
        items.add(Messages.Gate_warn(), Gate.Mode.WARN.id());
        items.add(Messages.Gate_enforce(), Gate.Mode.ENFORCE.id());
        return items;
    }

    /** The same with a first one that leaves the decision to a farther level. */
    static ListBoxModel itemsOrInherited() {
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.Gate_inherited(), "");
        items.addAll(items());
        return items;
    }
}
