package io.jenkins.plugins.compliance.scan;

import io.jenkins.plugins.compliance.engine.io.DisplayText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the script of a run for the command interpreter of Windows. What it can't hand over as it is, is refused: it interprets
 * quotation marks wherever they stand, and percent signs once more in arguments of batch files.
 */
final class WindowsScript {
    /** Programs do not start without these. */
    private static final List<String> OF_THE_SYSTEM = List.of("SystemRoot", "ComSpec", "windir", "PATHEXT", "PATH");

    private static final RunScript.Speech PROGRAM = new Speech("%");
    private static final RunScript.Speech BATCH_FILE = new Speech("%^!");

    private WindowsScript() {}

    private record Speech(String refused) implements RunScript.Speech {
        @Override
        public String quoted(String text) throws UnspeakableArgumentException {
            return '"' + unquoted(text, refused.equals("%") ? "" : refused) + '"';
        }

        @Override
        public String variable(String name) {
            return "%" + name + "%";
        }
    }

    static String of(RunScript run) throws UnspeakableArgumentException {
        StringJoiner lines = new StringJoiner("\r\n", "", "\r\n");
        lines.add("@echo off");
        lines.add("chcp 65001 >nul");
        lines.add("cd /d " + quoted(run.folder().path().toString()) + " || exit /b 125");
        lines.add("mkdir " + ToolFolder.LOCK + " 2>nul || exit /b " + RunScript.STARTED_ALREADY);
        lines.add("for /f \"delims==\" %%n in ('set') do call :drop \"%%n\"");
        lines.add("set \"" + RunScript.STARTED + "=%" + RunScript.SCAN + "%\"");
        for (Map.Entry<String, String> variable : run.launch().environment().entrySet()) {
            String value = RunScript.spoken(variable.getValue(), PROGRAM).replace("\"", "");
            lines.add("set \"" + variable.getKey() + "=" + value + "\"");
        }
        lines.add("cd /d " + quoted(run.launch().directory().toString()) + " || exit /b 125");
        if (!run.launch().version().isEmpty()) {
            lines.add(words(run.launch().version()) + " >" + file(run, ToolFolder.VERSION) + " 2>&1 <nul");
        }
        lines.add("type nul >" + file(run, ToolFolder.VERSION_EXIT));
        lines.add(words(run.launch().command()) + " >" + quoted(run.out().toString()) + " 2>"
                + quoted(run.err().toString()) + " <nul");
        lines.add(">" + file(run, ToolFolder.EXIT) + " echo %ERRORLEVEL%");
        lines.add("exit /b 0");
        lines.add(":drop");
        lines.add("for %%k in (" + kept(run) + ") do if /i \"%%k\"==\"%~1\" exit /b 0");
        lines.add("set \"%~1=\"");
        lines.add("exit /b 0");
        return lines.toString();
    }

    private static String kept(RunScript run) {
        return Stream.of(OF_THE_SYSTEM, RunScript.COOKIES, run.secrets())
                .flatMap(List::stream)
                .collect(Collectors.joining(" "));
    }

    private static String words(List<String> command) throws UnspeakableArgumentException {
        String program = command.get(0).toLowerCase(Locale.ROOT);
        boolean batch = program.endsWith(".bat") || program.endsWith(".cmd");
        StringJoiner words = new StringJoiner(" ", batch ? "cmd /d /s /c \"" : "", batch ? "\"" : "");
        for (String word : command) {
            words.add(RunScript.spoken(word, batch ? BATCH_FILE : PROGRAM));
        }
        return words.toString();
    }

    private static String file(RunScript run, String name) throws UnspeakableArgumentException {
        return quoted(run.folder().file(name).toString());
    }

    private static String quoted(String text) throws UnspeakableArgumentException {
        return PROGRAM.quoted(text);
    }

    /** Backslashes before the closing mark would make it one of the text. */
    private static String unquoted(String text, String refused) throws UnspeakableArgumentException {
        boolean unfit = text.chars().anyMatch(c -> c == '"' || c < ' ' || refused.indexOf(c) >= 0);
        if (unfit) {
            throw new UnspeakableArgumentException(DisplayText.line(text));
        }
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\\') {
            end--;
        }
        return (text + text.substring(end)).replace("%", "%%");
    }
}
