package io.jenkins.plugins.compliance.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.compliance.engine.assess.Gate;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.pack.InvalidPolicyException;
import io.jenkins.plugins.compliance.engine.policy.pack.PolicyAddition;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one level, a folder or a job, adds. It is made of texts as they are kept; those that came from XML written by hand may say
 * anything.
 *
 * @param what what the level is called in messages, for instance {@code folder payments}
 * @param tagTexts {@code key=value}, one a line or with commas between
 * @param archetype id of an archetype that the applications are of whatever their tags say; null for none
 * @param gateWord how strict gates are at least; null to leave that to farther levels
 * @param procedures YAML with further procedures; null for none
 */
record LevelSettings(
        String what,
        @CheckForNull String tagTexts,
        @CheckForNull String archetype,
        @CheckForNull String gateWord,
        @CheckForNull String procedures) {

    /**
     * The tags.
     *
     * @throws IllegalArgumentException when one is no tag, or a key is given twice
     */
    static Tags parse(@CheckForNull String text) {
        Map<String, String> tags = new TreeMap<>();
        for (String pair : Util.fixNull(text).split("[,\\r\\n]", -1)) {
            if (!pair.isBlank()) {
                int equals = pair.indexOf('=');
                if (equals < 0) {
                    throw new IllegalArgumentException(Messages.LevelSettings_noPair(pair.trim()));
                }
                String key = pair.substring(0, equals).trim();
                if (tags.put(key, pair.substring(equals + 1).trim()) != null) {
                    throw new IllegalArgumentException(Messages.LevelSettings_twice(key));
                }
            }
        }
        return Tags.of(tags);
    }

    /**
     * How strict gates are at least.
     *
     * @throws IllegalArgumentException when the word is none of the three
     */
    @CheckForNull
    static String requireGate(@CheckForNull String word) {
        String trimmed = Util.fixEmptyAndTrim(word);
        if (trimmed == null) {
            return null;
        }
        return Gate.Mode.ofId(trimmed.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new IllegalArgumentException(Messages.LevelSettings_unknownGate(trimmed)))
                .id();
    }

    /**
     * Refuses what no policy could take.
     *
     * @throws IllegalArgumentException when archetype or procedures have a mistake that shows without the policy
     */
    static void requireAddition(@CheckForNull String archetype, @CheckForNull String procedures) {
        try {
            PolicyAddition.read(
                    Util.fixNull(procedures), archetype, Messages.LevelSettings_addition(), Limits.DEFAULTS);
        } catch (InvalidPolicyException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * Refuses tags that are none, which only XML written by hand can hold.
     *
     * @throws IOException when there are such
     */
    void requireTags() throws IOException {
        try {
            parse(tagTexts);
        } catch (IllegalArgumentException e) {
            throw new IOException(Messages.LevelSettings_wrongTags(what, e.getMessage()), e);
        }
    }

    /** The tags; none when the text is wrong, which {@link #requireTags} tells. */
    Tags tags() {
        try {
            return parse(tagTexts);
        } catch (IllegalArgumentException e) {
            return Tags.NONE;
        }
    }

    /** How strict gates are at least. A word that is none weakens nothing: it enforces. */
    Gate.Mode gate() {
        return gateWord == null ? Gate.Mode.OBSERVE : Gate.Mode.ofId(gateWord).orElse(Gate.Mode.ENFORCE);
    }

    /**
     * What it adds to policy.
     *
     * @throws InvalidPolicyException when something of it is wrong
     */
    PolicyAddition addition() throws InvalidPolicyException {
        return PolicyAddition.read(Util.fixNull(procedures), archetype, what, Limits.DEFAULTS);
    }
}
