package io.jenkins.plugins.compliance.engine.report.sarif;

import io.jenkins.plugins.compliance.engine.io.KeptText;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads invocations. Notifications that can't be errors are left out: some tools write thousands. */
final class InvocationReader {
    private static final int LONGEST_TEXT = 1000;

    private final KeptText kept;

    InvocationReader(KeptText kept) {
        this.kept = kept;
    }

    List<Invocation> invocations(JsonCursor json) throws IOException {
        List<Invocation> invocations = new ArrayList<>();
        if (json.beginArray()) {
            while (json.nextElement()) {
                kept.keep("");
                invocations.add(invocation(json));
            }
        }
        return invocations;
    }

    private Invocation invocation(JsonCursor json) throws IOException {
        Boolean successful = null;
        List<String> failure = new ArrayList<>();
        List<Invocation.Override> overrides = new ArrayList<>();
        List<Invocation.Notification> notifications = new ArrayList<>();
        if (json.beginObject()) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                switch (name) {
                    case "executionSuccessful" -> successful = json.bool();
                    case "exitCode" -> failure.add("exit code " + shortened(json.text("")));
                    case "exitCodeDescription", "exitSignalName", "processStartFailureMessage" ->
                        failure.add(shortened(json.text("")));
                    case "ruleConfigurationOverrides" -> overrides(json, overrides);
                    case "toolExecutionNotifications", "toolConfigurationNotifications" ->
                        notifications(json, notifications);
                    default -> {}
                }
            }
        }
        failure.removeIf(String::isBlank);
        return new Invocation(successful, kept.keep(String.join(", ", failure)), overrides, notifications);
    }

    private void overrides(JsonCursor json, List<Invocation.Override> overrides) throws IOException {
        if (json.beginArray()) {
            while (json.nextElement()) {
                Reference rule = Reference.NONE;
                Configuration configuration = Configuration.NONE;
                if (json.beginObject()) {
                    for (String name = json.nextName(); name != null; name = json.nextName()) {
                        switch (name) {
                            case "descriptor" -> rule = Reference.read(json);
                            case "configuration" -> configuration = Configuration.read(json);
                            default -> {}
                        }
                    }
                }
                kept.keepIfAny(rule.id());
                kept.keep("");
                overrides.add(new Invocation.Override(rule, configuration));
            }
        }
    }

    private void notifications(JsonCursor json, List<Invocation.Notification> notifications) throws IOException {
        if (json.beginArray()) {
            while (json.nextElement()) {
                String path = json.path();
                Reference descriptor = Reference.NONE;
                Level level = null;
                String text = null;
                if (json.beginObject()) {
                    for (String name = json.nextName(); name != null; name = json.nextName()) {
                        switch (name) {
                            case "descriptor" -> descriptor = Reference.read(json);
                            case "level" -> level = Level.read(json);
                            case "message" -> text = RuleReader.text(json);
                            default -> {}
                        }
                    }
                }
                if (level == Level.ERROR || (level == null && descriptor != Reference.NONE)) {
                    String message = text == null ? "the tool notified of an error" : shortened(text);
                    notifications.add(
                            new Invocation.Notification(descriptor, level, kept.keep(message), kept.keep(path)));
                }
            }
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
    }
}
