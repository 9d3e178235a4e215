package io.jenkins.plugins.compliance.cli;

import java.util.Map;

/** What the demonstration's application is, unless other tags are given. */
final class DemoTags {
    static final Map<String, String> VALUES =
            Map.of("exposure", "internet", "kind", "web", "data", "personal", "zone", "dmz");

    private DemoTags() {}
}
