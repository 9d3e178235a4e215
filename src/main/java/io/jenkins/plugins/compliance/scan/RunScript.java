package io.jenkins.plugins.compliance.scan;

import io.jenkins.plugins.compliance.engine.scan.Launch;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the script of a run does: it makes sure that it is the only one, drops the environment variables that the tool does not
 * need, asks for the version, runs the tool, and leaves its exit code.
 *
 * @param folder the folder of the run
 * @param launch how the tool is launched; a value of a variable may hold {@link #secret secrets}
 * @param secrets names of variables that are set already and are to stay
 */
record RunScript(ToolFolder folder, Launch.Ready launch, List<String> secrets) {
    /** Marks every process of a scan, so that all of them are found again. */
    static final String SCAN = "COMPLIANCE_SCAN";

    /** Marks what a tool started, and not the script and what watches over it, which end by themselves in some seconds. */
    static final String STARTED = "COMPLIANCE_RUN";

    /** Marks every process of the run of one tool. */
    static final String TOOL = "COMPLIANCE_TOOL";

    /** Exit code of a script that found that the run was started already. */
    static final int STARTED_ALREADY = 99;

    /** Variables by which Jenkins finds processes again. */
    static final List<String> COOKIES = List.of(SCAN, TOOL, "JENKINS_NODE_COOKIE", "JENKINS_SERVER_COOKIE");

    private static final Pattern SECRET = Pattern.compile("\\u0001([A-Za-z_][A-Za-z0-9_]{0,99})\\u0001");

    /** Stands, in a value, for that of a secret variable, which no file ever holds. */
    static String secret(String variable) {
        return "\u0001" + variable + "\u0001";
    }

    /** Where standard output goes. */
    Path out() {
        return launch.stream() == ScanTool.Stream.STDOUT ? launch.report() : folder.file(ToolFolder.OUT);
    }

    /** Where standard error goes. */
    Path err() {
        return launch.stream() == ScanTool.Stream.STDERR ? launch.report() : folder.file(ToolFolder.ERR);
    }

    /** Writes a text in the language of a script. */
    interface Speech {
        String quoted(String text) throws UnspeakableArgumentException;

        String variable(String name);
    }

    /** A text with its secrets, in the language of a script. */
    static String spoken(String text, Speech speech) throws UnspeakableArgumentException {
        StringBuilder spoken = new StringBuilder();
        Matcher matcher = SECRET.matcher(text);
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                spoken.append(speech.quoted(text.substring(from, matcher.start())));
            }
            spoken.append(speech.variable(matcher.group(1)));
            from = matcher.end();
        }
        if (from < text.length() || from == 0) {
            spoken.append(speech.quoted(text.substring(from)));
        }
        return spoken.toString();
    }
}
