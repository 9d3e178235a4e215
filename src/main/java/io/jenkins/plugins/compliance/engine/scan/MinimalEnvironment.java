package io.jenkins.plugins.compliance.engine.scan;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * The environment variables that a scan tool gets: what a program needs to run, and nothing that might be a secret of the caller
 * unless the tool's definition asks for it by name.
 */
final class MinimalEnvironment {
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
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

    private MinimalEnvironment() {}

    /** Whether a variable can have this name in every shell and on every system. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * The variables, by name.
     *
     * @param host where the tool is launched
     * @param defined what the tool's definition sets; wins
     */
    static SortedMap<String, String> of(Host host, Map<String, String> defined) {
        SortedMap<String, String> environment = host.variables();
        for (String name : PASSED) {
            String value = host.environment().get(name);
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
