package io.jenkins.plugins.compliance.ending;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Job;
import io.jenkins.plugins.compliance.config.JobSettings;
import io.jenkins.plugins.compliance.record.index.IndexRepair;
import io.jenkins.plugins.compliance.record.judge.IndexRebuild;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Makes indexes of jobs again that are missing or damaged, in the background. */
@Extension
@Restricted(NoExternalUse.class)
public final class LostIndexes implements IndexRepair {
    private static final Logger LOGGER = Logger.getLogger(LostIndexes.class.getName());

    @Override
    public void repair(Job<?, ?> job) {
        ExtensionList.lookupSingleton(EndedBuilds.class).execute(() -> rebuild(job));
    }

    private static void rebuild(Job<?, ?> job) {
        try {
            JobSettings settings = JobSettings.of(job);
            int builds = new IndexRebuild(settings.yardstick()).rebuild(job);
            if (builds > 0) {
                LOGGER.log(
                        Level.INFO,
                        "the index of {0} was missing or damaged; {1} builds were put into it again",
                        new Object[] {job.getFullName(), builds});
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "the index of " + job.getFullName() + " can't be made again");
        }
    }
}
