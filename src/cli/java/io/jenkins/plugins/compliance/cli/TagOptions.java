package io.jenkins.plugins.compliance.cli;

import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.tag.TagVocabulary;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options that say what an application is. */
public final class TagOptions {
    @Option(
            names = "--tag",
            paramLabel = "KEY=VALUE",
            description = "What the application is, for instance exposure=internet. May be given many times.")
    private List<String> tags = new ArrayList<>();

    /**
     * The tags.
     *
     * @throws IllegalArgumentException when one has not the form {@code key=value} or a key is given twice
     */
    public Tags tags() {
        TreeMap<String, String> values = new TreeMap<>();
        for (String tag : tags) {
            int equals = tag.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("\"" + tag + "\" is not a tag; expected key=value");
            }
            String key = tag.substring(0, equals);
            String value = tag.substring(equals + 1);
            String before = values.put(key, value);
            if (before != null && !before.equals(value)) {
                throw new IllegalArgumentException(
                        "the tag " + key + " is given twice, with the values " + before + " and " + value);
            }
        }
        return Tags.of(values);
    }

    /**
     * The tags, when the policy knows what they say; what it doubts is printed.
     *
     * @throws IllegalArgumentException also when the policy does not know the value of one
     */
    public Tags tags(PolicyPack policy, PrintWriter err) {
        Tags given = tags();
        TagVocabulary vocabulary = TagVocabulary.of(policy.tags());
        List<String> mistakes = vocabulary.mistakes(given);
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", mistakes));
        }
        vocabulary.doubts(given).forEach(each -> err.println("note: " + DisplayText.line(each)));
        err.flush();
        return given;
    }
}
