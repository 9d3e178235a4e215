package io.jenkins.plugins.compliance.config;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Job;
import java.util.List;

/** Says what stands above a job; there is none without the plugin that has folders. */
interface LevelSource extends ExtensionPoint {
    /** The levels above a job that add something, the farthest first. */
    List<LevelSettings> above(Job<?, ?> job);

    /** All sources. */
    static ExtensionList<LevelSource> all() {
        return ExtensionList.lookup(LevelSource.class);
    }
}
