package io.jenkins.plugins.compliance.scan;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the script of a run for a POSIX shell. */
final class UnixScript {
    /** A shell does not let go of these. */
    private static final List<String> OF_THE_SHELL = List.of("BASHOPTS", "SHELLOPTS", "PPID", "UID", "EUID", "_");

    private static final RunScript.Speech SHELL = new RunScript.Speech() {
        @Override
        public String quoted(String text) {
            return "'" + text.replace("'", "'\\''") + "'";
        }

        @Override
        public String variable(String name) {
            return "\"$" + name + "\"";
        }
    };

    private UnixScript() {}

    /** A text as one word of a shell. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    static String of(RunScript run) throws UnspeakableArgumentException {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add("cd " + quoted(run.folder().path().toString()) + " || exit 125");
        lines.add("mkdir " + ToolFolder.LOCK + " 2>/dev/null || exit " + RunScript.STARTED_ALREADY);
        lines.add("for name in $(env | sed -n 's/^\\([A-Za-z_][A-Za-z0-9_]*\\)=.*/\\1/p'); do");
        lines.add("  case $name in " + kept(run) + ") ;; *) unset \"$name\" ;; esac");
        lines.add("done");
        lines.add("export " + RunScript.STARTED + "=\"$" + RunScript.SCAN + "\"");
        for (Map.Entry<String, String> variable : run.launch().environment().entrySet()) {
            lines.add("export " + variable.getKey() + "=" + RunScript.spoken(variable.getValue(), SHELL));
        }
        lines.add("cd " + quoted(run.launch().directory().toString()) + " || exit 125");
        if (run.launch().version().isEmpty()) {
            lines.add(": > " + file(run, ToolFolder.VERSION_EXIT));
        } else {
            lines.add("{ " + words(run.launch().version()) + " > " + file(run, ToolFolder.VERSION) + " 2>&1; echo $? > "
                    + file(run, ToolFolder.VERSION_EXIT) + "; } < /dev/null &");
        }
        lines.add(words(run.launch().command()) + " < /dev/null > "
                + quoted(run.out().toString()) + " 2> " + quoted(run.err().toString()));
        lines.add("echo $? > " + file(run, ToolFolder.EXIT));
        return lines.toString();
    }

    private static String kept(RunScript run) {
        return Stream.of(OF_THE_SHELL, RunScript.COOKIES, run.secrets())
                .flatMap(List::stream)
                .collect(Collectors.joining("|"));
    }

    private static String words(List<String> command) throws UnspeakableArgumentException {
        StringJoiner words = new StringJoiner(" ");
        for (String word : command) {
            words.add(RunScript.spoken(word, SHELL));
        }
        return words.toString();
    }

    private static String file(RunScript run, String name) {
        return quoted(run.folder().file(name).toString());
    }
}
