package io.jenkins.plugins.compliance.config;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import hudson.Extension;
import hudson.model.ItemGroup;
import hudson.model.Job;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The folders above a job, whichever kind they are of: multibranch projects and organizations are folders too. */
@Extension(optional = true)
@Restricted(NoExternalUse.class)
public final class FolderLevels implements LevelSource {
    @Override
    public List<LevelSettings> above(Job<?, ?> job) {
        List<LevelSettings> levels = new ArrayList<>();
        ItemGroup<?> group = job.getParent();
        while (group instanceof AbstractFolder<?> folder) {
            ComplianceFolderProperty property = folder.getProperties().get(ComplianceFolderProperty.class);
            if (property != null) {
                levels.add(0, property.settings(Messages.LevelSettings_folder(folder.getFullName())));
            }
            group = folder.getParent();
        }
        return levels;
    }
}
