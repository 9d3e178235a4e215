package io.jenkins.plugins.compliance.engine.scan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The environment variables that a scan tool gets: what a program needs to run, and nothing that might be a secret of the caller
 * unless the tool's definition asks for it by name.
 */
public final class MinimalEnvironment {
    private static final List<String> PASSED = List.of(
            "PATH",
            "HOME",
            "JAVA_HOME",
            "TMPDIR",
            "USER",
            "LOGNAME",
            "SYSTEMROOT",
            "SYSTEMDRIVE",
            "COMSPEC",
            "PATHEXT",
            "TEMP",
            "TMP",
            "USERPROFILE",
            "APPDATA",
            "LOCALAPPDATA",
            "PROGRAMDATA");
    private static final String LOCALE = "C.UTF-8";

    private MinimalEnvironment() {}

    /**
     * The variables.
     *
     * @param callers environment of the caller
     * @param defined what the tool's definition sets; wins
     */
    public static Map<String, String> of(Map<String, String> callers, Map<String, String> defined) {
        Map<String, String> environment = new TreeMap<>();
        for (String name : PASSED) {
            String value = callers.get(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        environment.put("LANG", LOCALE);
        environment.put("LC_ALL", LOCALE);
        environment.put("NO_COLOR", "1");
        environment.putAll(defined);
        return environment;
    }
}
