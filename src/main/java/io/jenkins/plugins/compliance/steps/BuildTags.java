package io.jenkins.plugins.compliance.steps;

import hudson.AbortException;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.compliance.config.JobSettings;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.policy.tag.TagVocabulary;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import io.jenkins.plugins.compliance.record.log.BuildLog;
import java.io.IOException;
import java.util.List;

/** Gives a build its tags, once they are known to say something. */
final class BuildTags {
    private BuildTags() {}

    /**
     * Adds tags to those that a build has.
     *
     * @throws AbortException when the policy does not know the value of one: taken as they are, the build would be judged as
     *     something that it is not
     */
    static void add(Run<?, ?> build, Tags tags, TaskListener listener) throws IOException {
        check(build, tags, listener);
        ComplianceRunAction.update(build, action -> action.withTags(tags));
        BuildLog.of(listener).line(Messages.ComplianceTagStep_tagged(tags));
    }

    private static void check(Run<?, ?> build, Tags tags, TaskListener listener) throws AbortException {
        TagVocabulary vocabulary;
        try {
            vocabulary = TagVocabulary.of(
                    JobSettings.of(build.getParent()).policy().pack().tags());
        } catch (IOException e) {
            BuildLog.of(listener).line(Messages.BuildTags_unchecked(e.getMessage()));
            return;
        }
        List<String> mistakes = vocabulary.mistakes(tags);
        if (!mistakes.isEmpty()) {
            throw new AbortException(DisplayText.line(String.join("; ", mistakes)));
        }
        vocabulary.doubts(tags).forEach(each -> BuildLog.of(listener).line(Messages.BuildTags_doubt(each)));
    }
}
