package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/** Hands on the results of one run, one by one, as long as all that they refer to is known. */
final class RunResults {
    private final ReportSource source;
    private final ReportCollector collector;
    private final Limits limits;
    private final RunParts parts;
    private final boolean partsComplete;
    private final Result result = new Result();
    private @CheckForNull RunContext context;
    private @CheckForNull FindingAssembly assembly;
    private @CheckForNull Set<RunParts.Part> later;
    private final Set<RunParts.Part> presumedAbsent = EnumSet.noneOf(RunParts.Part.class);
    private boolean present;
    private boolean waiting;
    private long handedOn;
    private long passed;

    /**
     * @param parts the other parts of the run, as far as they are read
     * @param partsComplete whether that is all of them
     * @param handedOn how many results an earlier pass has handed on; they are passed over
     */
    RunResults(
            ReportSource source,
            ReportCollector collector,
            Limits limits,
            RunParts parts,
            boolean partsComplete,
            long handedOn) {
        this.source = source;
        this.collector = collector;
        this.limits = limits;
        this.parts = parts;
        this.partsComplete = partsComplete;
        this.handedOn = handedOn;
    }

    /** Whether the run has an array of results. */
    boolean present() {
        return present;
    }

    /** Whether a result refers to a part that is not read yet: it and all further ones are passed over. */
    boolean waiting() {
        return waiting;
    }

    /** Passes over all results. */
    void await() {
        waiting = true;
    }

    /** How many results were handed on, in earlier passes too. */
    long handedOn() {
        return handedOn;
    }

    /**
     * The parts that results refer to and that came after them after all, unforeseen: results were handed on without. Empty for
     * every report that a tool is known to write.
     */
    Set<RunParts.Part> missed() {
        Set<RunParts.Part> missed = EnumSet.copyOf(presumedAbsent);
        missed.removeIf(part -> !parts.has(part));
        return missed;
    }

    /** Reads the member {@code results}. */
    void read(JsonCursor json) throws IOException {
        present |= json.kind() == JsonCursor.Kind.ARRAY;
        if (waiting || !json.beginArray()) {
            json.skip();
            return;
        }
        int depth = json.depth();
        while (json.nextElement()) {
            if (passed < handedOn) {
                passed++;
                json.skip();
            } else {
                element(json);
                if (waiting) {
                    json.leaveTo(depth - 1);
                    return;
                }
            }
        }
    }

    private void element(JsonCursor json) throws IOException {
        if (json.kind() != JsonCursor.Kind.OBJECT) {
            collector.badResult(json.path(), "a result must be an object");
            json.skip();
        } else {
            result.read(json);
            RunContext known = context();
            RuleBook.Found rule = known.rule(result);
            if (!partsComplete && refersToLater(rule, json)) {
                waiting = true;
                return;
            }
            collector.finding(assembly(known).finding(result, rule), result.identity.orContext(result.snippet));
        }
        handedOn++;
        passed++;
    }

    private RunContext context() {
        if (context == null) {
            context = new RunContext(parts);
        }
        return context;
    }

    private FindingAssembly assembly(RunContext known) {
        if (assembly == null) {
            assembly = new FindingAssembly(known, limits);
        }
        return assembly;
    }

    private boolean refersToLater(@CheckForNull RuleBook.Found rule, JsonCursor json) throws IOException {
        return !parts.has(RunParts.Part.TOOL)
                || (byIndex(result.artifact) || byIndex(result.target)) && !parts.has(RunParts.Part.ARTIFACTS)
                || (result.logical.index >= 0 && result.logical.name() == null)
                        && !parts.has(RunParts.Part.LOGICAL_LOCATIONS)
                || needsBases() && follows(RunParts.Part.URI_BASES, json)
                || needsConfiguration() && follows(RunParts.Part.INVOCATIONS, json)
                || needsTaxonomies(rule) && follows(RunParts.Part.TAXONOMIES, json);
    }

    private static boolean byIndex(ArtifactLocation location) {
        return location.index >= 0 && location.uri == null;
    }

    private boolean needsBases() {
        String uri = result.artifact.uri;
        return result.artifact.base != null || (uri != null && (uri.startsWith("/") || uri.indexOf(':') > 0));
    }

    // The level is inherited where there is none, and the rank plays a part for errors alone.
    private boolean needsConfiguration() {
        return result.level == null || (result.rank < 0 && result.level == Level.ERROR);
    }

    private boolean needsTaxonomies(@CheckForNull RuleBook.Found rule) {
        return Taxonomies.needed(result.taxa)
                || (rule != null && Taxonomies.needed(rule.rule().taxa()));
    }

    private boolean follows(RunParts.Part part, JsonCursor json) throws IOException {
        if (parts.has(part)) {
            return false;
        }
        if (later == null) {
            later = LaterParts.after(source, json.byteOffset());
        }
        boolean follows = later.contains(part);
        if (!follows) {
            presumedAbsent.add(part);
        }
        return follows;
    }
}
