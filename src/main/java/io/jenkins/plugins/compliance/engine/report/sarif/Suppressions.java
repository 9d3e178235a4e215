package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import java.io.IOException;

/**
 * The {@code suppressions} of a result (sections 3.27.23 and 3.35) as they are being read. A result is suppressed when there is at
 * least one and none is under review or rejected; one without a status is accepted.
 */
final class Suppressions {
    private static final int LONGEST_REASON = 500;

    private boolean any;
    private boolean contested;
    private String reason = "";

    void clear() {
        any = false;
        contested = false;
        reason = "";
    }

    /** Why the result is suppressed; null when it is not. */
    @CheckForNull
    String reason() {
        return any && !contested ? reason : null;
    }

    void read(JsonCursor json) throws IOException {
        if (json.beginArray()) {
            while (json.nextElement()) {
                suppression(json);
            }
        }
    }

    private void suppression(JsonCursor json) throws IOException {
        String kind = "";
        String justification = "";
        if (!json.beginObject()) {
            return;
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "kind" -> kind = json.text("");
                case "justification" -> justification = json.text("").strip();
                case "status", "state" -> contested |= isContested(json.text(""));
                default -> {}
            }
        }
        if (!any) {
            any = true;
            reason = described(kind, justification);
        }
    }

    private static boolean isContested(String status) {
        return status.equals("underReview") || status.equals("rejected");
    }

    private static String described(String kind, String justification) {
        String where = switch (kind) {
            case "inSource" -> "in the source";
            case "external" -> "outside the source";
            default -> "by the tool";
        };
        String why = justification.length() > LONGEST_REASON
                ? justification.substring(0, LONGEST_REASON) + "..."
                : justification;
        return why.isEmpty() ? where : where + ": " + why;
    }
}
