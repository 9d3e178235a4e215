package io.jenkins.plugins.compliance.steps.scan;

import java.io.IOException;
import java.util.Map;

/** Gives the secrets that the administrator binds to tools. */
@FunctionalInterface
interface ToolSecrets {
    /** No tool has one. */
    ToolSecrets NONE = tool -> Map.of();

    /**
     * The secrets of a tool, by the name of the variable that holds them.
     *
     * @throws IOException when one can't be had; the message says which and names no secret
     */
    Map<String, String> of(String tool) throws IOException;
}
