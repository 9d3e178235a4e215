package io.jenkins.plugins.compliance.cli.run;

import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.scan.ToolExecution;
import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.stream.Collectors;

/** Prints how a scan goes on: a bar that is redrawn on a terminal, plain lines elsewhere. Close it to end the bar. */
public final class Progress implements RunListener, AutoCloseable {
    private static final int BAR = 20;
    private static final long REDRAW_MILLIS = 250;
    private static final int WIDTH = 100;

    private final PrintWriter out;
    private final boolean terminal;
    private final InstantSource clock;
    private final Map<String, Instant> running = new LinkedHashMap<>();
    private final Timer timer = new Timer("progress", true);
    private int total;
    private int done;
    private boolean drawn;

    /**
     * @param out where to print
     * @param terminal whether that is a terminal
     * @param clock tells the time
     */
    public Progress(PrintWriter out, boolean terminal, InstantSource clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Whether this program prints to a terminal that can redraw a line. */
    public static boolean onTerminal() {
        String kind = System.getenv("TERM");
        Console console = System.console();
        if (console == null || kind == null || kind.equals("dumb")) {
            return false;
        }
        try {
            // From Java 22 there is a console without a terminal too, and a method that tells.
            Method tells = Console.class.getMethod("isTerminal");
            return Boolean.TRUE.equals(tells.invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    @Override
    public synchronized void planned(List<String> tools) {
        total = tools.size();
        if (terminal) {
            timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            draw();
                        }
                    },
                    0,
                    REDRAW_MILLIS);
        } else {
            line("scanning with " + total + (total == 1 ? " tool" : " tools"));
        }
    }

    @Override
    public synchronized void started(String tool, Instant at) {
        running.put(tool, at);
        if (!terminal) {
            line(tool + ": started");
        }
    }

    @Override
    public synchronized void finished(ToolExecution execution) {
        running.remove(execution.tool());
        done++;
        String counted = "[" + done + "/" + total + "] ";
        erase();
        line(counted + execution.tool() + ": " + outcome(execution));
    }

    @Override
    public synchronized void close() {
        timer.cancel();
        erase();
        out.flush();
    }

    private static String outcome(ToolExecution execution) {
        String after = " after " + seconds(execution.started(), execution.finished());
        String detail = execution.detail() == null ? "" : ": " + execution.detail();
        return switch (execution.end()) {
            case EXITED -> "done with exit code " + execution.exitCode() + after + detail;
            case ABSENT -> "absent" + detail;
            case NOT_STARTED -> "not started" + detail;
            case TIMED_OUT -> "killed" + after + ", over its time";
            case INTERRUPTED -> "stopped" + after;
        };
    }

    private synchronized void draw() {
        int filled = total == 0 ? BAR : BAR * done / total;
        Instant now = clock.instant();
        String text = "[" + "#".repeat(filled) + "-".repeat(BAR - filled) + "] " + done + "/" + total + "  "
                + running.entrySet().stream()
                        .map(each -> each.getKey() + " " + seconds(each.getValue(), now))
                        .collect(Collectors.joining(", "));
        erase();
        out.print(text.length() > WIDTH ? text.substring(0, WIDTH - 3) + "..." : text);
        out.flush();
        drawn = true;
    }

    private void erase() {
        if (drawn) {
            out.print("\r" + " ".repeat(WIDTH) + "\r");
            drawn = false;
        }
    }

    private void line(String text) {
        out.println(DisplayText.line(text));
        out.flush();
    }

    private static String seconds(Instant from, Instant to) {
        return String.format(Locale.ROOT, "%.1f s", Duration.between(from, to).toMillis() / 1000.0);
    }
}
