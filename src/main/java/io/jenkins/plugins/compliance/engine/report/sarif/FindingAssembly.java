package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.Advisories;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.Place;
import java.util.List;

/** Makes findings of results and what they inherit from their run. */
final class FindingAssembly {
    private final RunContext context;
    private final int longestText;
    private final String tool;

    FindingAssembly(RunContext context, Limits limits) {
        this.context = context;
        this.longestText = limits.textLength();
        this.tool = RunSummary.toolName(context.parts());
    }

    /**
     * The finding.
     *
     * @param result the result
     * @param found its rule; null when the tool does not describe it
     */
    Finding finding(Result result, @CheckForNull RuleBook.Found found) throws LimitExceededException {
        Rule rule = found == null ? null : found.rule();
        Finding.Kind kind = kind(result.kind);
        Configuration configuration =
                rule == null ? Configuration.NONE : context.configuration(rule, result.invocation);
        Level level = level(result, kind, configuration);
        double rank = result.rank < 0 ? configuration.rank() : result.rank;
        Double own = result.properties.score();
        Double score = own == null && rule != null ? rule.score() : own;
        String title = rule == null ? null : rule.title();
        String id = ruleId(result, rule);
        return new Finding(
                tool,
                id,
                title,
                message(result, found, title == null ? id : title),
                SarifSeverity.of(kind, level, rank, score),
                score,
                place(result),
                weaknesses(result, found),
                found != null && id.equals(found.rule().id()) ? found.advisories() : Advisories.in(id),
                null,
                null,
                rule == null ? null : rule.help(),
                state(kind, result),
                "");
    }

    private static Finding.Kind kind(@CheckForNull String name) {
        if (name == null) {
            return Finding.Kind.FAIL;
        }
        return switch (name) {
            case "pass" -> Finding.Kind.PASS;
            case "open" -> Finding.Kind.OPEN;
            case "review" -> Finding.Kind.REVIEW;
            case "notApplicable" -> Finding.Kind.NOT_APPLICABLE;
            case "informational" -> Finding.Kind.INFORMATIONAL;
            default -> Finding.Kind.FAIL;
        };
    }

    private static Level level(Result result, Finding.Kind kind, Configuration configuration) {
        if (result.level != null) {
            return result.level;
        }
        if (kind != Finding.Kind.FAIL) {
            return Level.NONE;
        }
        Level inherited = configuration.level();
        return inherited == null ? Level.WARNING : inherited;
    }

    private static String ruleId(Result result, @CheckForNull Rule rule) {
        if (result.ruleId != null) {
            return result.ruleId;
        }
        if (result.rule.id() != null) {
            return result.rule.id();
        }
        return rule == null ? "" : rule.id();
    }

    // Section 3.11.7.
    private String message(Result result, @CheckForNull RuleBook.Found found, String otherwise)
            throws LimitExceededException {
        MessageParts message = result.message;
        String text = message.text;
        boolean template = !message.arguments.isEmpty();
        if (text == null && message.id != null && found != null) {
            String byRule = found.rule().messages().get(message.id);
            text = byRule == null ? found.component().messages().get(message.id) : byRule;
            template = true;
        }
        if (text == null && message.id != null) {
            text = context.parts().driver().messages().get(message.id);
            template = true;
        }
        if (text == null) {
            text = message.markdown;
        }
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        return template ? Messages.filled(text, message.arguments, longestText) : text;
    }

    private @CheckForNull Place place(Result result) {
        RunParts parts = context.parts();
        String path = path(result.artifact, parts);
        String logical = result.logical.name();
        if (logical == null) {
            logical = parts.logicalName(result.logical.index);
        }
        if (path == null) {
            path = path(result.target, parts);
        }
        if (path == null) {
            return logical == null ? null : new Place(logical, 0, 0, 0, logical);
        }
        return new Place(
                path, result.startLine, result.startColumn, Math.max(result.endLine, result.startLine), logical);
    }

    private static @CheckForNull String path(ArtifactLocation location, RunParts parts) {
        String uri = location.uri;
        if (uri != null && !uri.isEmpty()) {
            return parts.bases().path(uri, location.base);
        }
        return parts.artifacts().path(location.index, parts.bases());
    }

    private List<CweClaim> weaknesses(Result result, @CheckForNull RuleBook.Found found) {
        List<CweClaim> inherited = found == null ? List.of() : found.weaknesses();
        for (Reference taxon : result.taxa) {
            context.taxonomies().cwe(taxon).ifPresent(cwe -> result.claims.add(cwe, CweClaim.Basis.FIELD));
        }
        result.mentionWeaknesses();
        if (result.claims.isEmpty()) {
            return inherited;
        }
        result.claims.addAll(inherited);
        return result.claims.list();
    }

    private static Finding.State state(Finding.Kind kind, Result result) {
        String suppression = result.suppressions.reason();
        Finding.Baseline baseline = baseline(result.baselineState);
        return kind == Finding.Kind.FAIL && suppression == null && baseline == null
                ? Finding.State.FAILURE
                : new Finding.State(kind, suppression, baseline);
    }

    private static @CheckForNull Finding.Baseline baseline(@CheckForNull String name) {
        if (name == null) {
            return null;
        }
        return switch (name) {
            case "new" -> Finding.Baseline.NEW;
            case "unchanged" -> Finding.Baseline.UNCHANGED;
            case "updated" -> Finding.Baseline.UPDATED;
            case "absent" -> Finding.Baseline.ABSENT;
            default -> null;
        };
    }
}
