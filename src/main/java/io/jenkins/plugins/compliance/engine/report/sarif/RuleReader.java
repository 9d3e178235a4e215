package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.KeptText;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaims;
import io.jenkins.plugins.compliance.engine.report.cwe.CweMentions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads rules; long descriptions are looked at and not kept. */
final class RuleReader {
    /** Relationships (section 3.53.3) by which a result of the rule is not in the taxon. */
    private static final Set<String> ELSEWHERE =
            Set.of("disjoint", "incomparable", "canPrecede", "canFollow", "willPrecede", "willFollow");

    private static final int LONGEST_TITLE = 300;

    private final KeptText kept;

    RuleReader(KeptText kept) {
        this.kept = kept;
    }

    /** Reads a rule, a notification or anything else that is a reporting descriptor. */
    Rule rule(JsonCursor json) throws IOException {
        String id = "";
        String guid = null;
        String ruleName = null;
        String summary = null;
        String help = null;
        Configuration configuration = Configuration.NONE;
        List<Reference> taxa = List.of();
        Map<String, String> messages = Map.of();
        CweClaims claims = new CweClaims();
        Properties properties = new Properties();
        if (json.beginObject()) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                switch (name) {
                    // As results name it, so that the two are one object and are compared at a glance.
                    case "id" -> id = kept.keep(Objects.requireNonNullElse(json.repeatedText(), ""));
                    case "guid" -> guid = kept.keepIfAny(json.text());
                    case "name" -> ruleName = nameOf(json);
                    case "shortDescription" -> summary = mentioned(text(json), claims);
                    case "fullDescription" -> mentioned(text(json), claims);
                    case "helpUri" -> help = json.text();
                    case "defaultConfiguration" -> configuration = Configuration.read(json);
                    case "relationships" -> taxa = taxa(json);
                    case "messageStrings" -> messages = messageStrings(json);
                    case "properties" -> properties.read(json, claims);
                    default -> {}
                }
            }
        }
        mentioned(id, claims);
        mentioned(ruleName, claims);
        return new Rule(
                id,
                guid,
                kept.keepIfAny(title(summary, ruleName)),
                kept.keepIfAny(isWeb(help) ? help : null),
                configuration,
                properties.score(),
                claims.list(),
                taxa,
                messages);
    }

    /** The plain texts of a map of message strings, by id (sections 3.19.22 and 3.49.11). */
    Map<String, String> messageStrings(JsonCursor json) throws IOException {
        Map<String, String> messages = new HashMap<>();
        if (json.beginObject()) {
            for (String id = json.nextName(); id != null; id = json.nextName()) {
                String text = text(json);
                if (text != null) {
                    messages.put(kept.keep(id), kept.keep(text));
                }
            }
        }
        return messages;
    }

    /** The plain text of a {@code multiformatMessageString} or a {@code message}; null when it has none. */
    static @CheckForNull String text(JsonCursor json) throws IOException {
        String text = null;
        if (json.beginObject()) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                if (name.equals("text")) {
                    text = json.text();
                }
            }
        }
        return text;
    }

    // A message object until the standard's last drafts.
    private static @CheckForNull String nameOf(JsonCursor json) throws IOException {
        return json.kind() == JsonCursor.Kind.OBJECT ? text(json) : json.text();
    }

    private static @CheckForNull String mentioned(@CheckForNull String text, CweClaims claims) {
        CweMentions.inText(text, CweClaim.Basis.TEXT, claims);
        return text;
    }

    private static @CheckForNull String title(@CheckForNull String summary, @CheckForNull String name) {
        boolean readable = summary != null && !summary.isBlank() && (name == null || summary.length() <= LONGEST_TITLE);
        return readable ? summary : name;
    }

    private static boolean isWeb(@CheckForNull String address) {
        return address != null && (address.startsWith("https://") || address.startsWith("http://"));
    }

    private List<Reference> taxa(JsonCursor json) throws IOException {
        List<Reference> taxa = new ArrayList<>();
        if (json.beginArray()) {
            while (json.nextElement()) {
                relationship(json, taxa);
            }
        }
        return taxa;
    }

    private void relationship(JsonCursor json, List<Reference> taxa) throws IOException {
        Reference target = Reference.NONE;
        List<String> kinds = List.of();
        if (json.beginObject()) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                switch (name) {
                    case "target" -> target = Reference.read(json);
                    case "kinds" -> kinds = json.texts();
                    default -> {}
                }
            }
        }
        if (kinds.isEmpty() || !ELSEWHERE.containsAll(kinds)) {
            kept.keepIfAny(target.id());
            taxa.add(target);
        }
    }
}
