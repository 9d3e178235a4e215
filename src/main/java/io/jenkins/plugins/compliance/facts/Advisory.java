package io.jenkins.plugins.compliance.facts;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A security warning that an update site publishes.
 *
 * @param id its id: sites may publish the same
 * @param component the short name of the plugin; empty for Jenkins itself
 * @param versions patterns of the versions that it is about; empty for all
 */
record Advisory(String id, String component, List<Pattern> versions) {
    /** Takes a copy of the patterns. */
    Advisory {
        versions = List.copyOf(versions);
    }

    /**
     * Whether it is about something that is installed.
     *
     * @param installed versions by the name of the component
     */
    boolean applies(Map<String, String> installed) {
        String version = installed.get(component);
        return version != null
                && (versions.isEmpty()
                        || versions.stream()
                                .anyMatch(each -> each.matcher(version).matches()));
    }
}
