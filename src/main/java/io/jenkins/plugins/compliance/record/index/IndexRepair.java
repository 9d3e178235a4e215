package io.jenkins.plugins.compliance.record.index;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Job;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Is told when the index of a job is missing or damaged, by whoever wanted to read it and must not wait. */
@Restricted(NoExternalUse.class)
public interface IndexRepair extends ExtensionPoint {
    /** Has the index made again, at some later time and on another thread. */
    void repair(Job<?, ?> job);

    /** Tells everybody. */
    static void ask(Job<?, ?> job) {
        ExtensionList.lookup(IndexRepair.class).forEach(each -> each.repair(job));
    }
}
