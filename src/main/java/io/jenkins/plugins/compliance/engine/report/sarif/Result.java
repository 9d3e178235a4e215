package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaims;
import io.jenkins.plugins.compliance.engine.report.cwe.CweMentions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code result} (section 3.27) as it stands in the report, before anything is inherited. One object is used for all results
 * of a reading, so that reading costs no more than the texts themselves.
 */
final class Result {
    @CheckForNull
    String ruleId;

    int ruleIndex;
    Reference rule = Reference.NONE;

    @CheckForNull
    String kind;

    @CheckForNull
    Level level;

    double rank;

    @CheckForNull
    String baselineState;

    int invocation;
    final List<Reference> taxa = new ArrayList<>();
    final CweClaims claims = new CweClaims();
    final Properties properties = new Properties();

    final MessageParts message = new MessageParts();
    final Suppressions suppressions = new Suppressions();
    final StatedIdentity identity = new StatedIdentity();

    final ArtifactLocation artifact = new ArtifactLocation();
    final LogicalLocation logical = new LogicalLocation();
    final ArtifactLocation target = new ArtifactLocation();
    int startLine;
    int startColumn;
    int endLine;

    @CheckForNull
    String snippet;

    private void clear() {
        ruleId = null;
        ruleIndex = -1;
        rule = Reference.NONE;
        kind = null;
        level = null;
        rank = Configuration.NO_RANK;
        baselineState = null;
        invocation = -1;
        taxa.clear();
        claims.clear();
        properties.clear();
        message.clear();
        suppressions.clear();
        identity.clear();
        target.clear();
        clearLocation();
    }

    private void clearLocation() {
        artifact.clear();
        logical.clear();
        startLine = 0;
        startColumn = 0;
        endLine = 0;
        snippet = null;
    }

    /** Reads the result that the cursor stands at, which must be an object. */
    void read(JsonCursor json) throws IOException {
        clear();
        json.beginObject();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "ruleId" -> ruleId = json.repeatedText();
                case "ruleIndex" -> ruleIndex = json.smallInteger(-1);
                case "rule" -> rule = Reference.read(json);
                case "kind" -> kind = json.repeatedText();
                case "level" -> level = Level.read(json);
                case "rank" -> rank = json.number().orElse(Configuration.NO_RANK);
                case "message" -> message.read(json);
                case "locations" -> locations(json);
                case "analysisTarget" -> target.read(json);
                case "baselineState" -> baselineState = json.repeatedText();
                case "suppressions" -> suppressions.read(json);
                case "fingerprints" -> identity.fingerprints(json);
                case "partialFingerprints" -> identity.partialFingerprints(json);
                case "correlationGuid" -> identity.correlation(json.text());
                case "taxa" -> taxa(json);
                case "provenance" -> provenance(json);
                case "properties" -> properties.read(json, claims);
                default -> {}
            }
        }
    }

    /** Adds to the claims what the result's own texts mention. */
    void mentionWeaknesses() {
        CweMentions.inText(message.text, CweClaim.Basis.TEXT, claims);
        CweMentions.inText(ruleId, CweClaim.Basis.TEXT, claims);
    }

    // The first that says in which artifact: further ones are for what must be changed at several places at once.
    private void locations(JsonCursor json) throws IOException {
        if (json.beginArray()) {
            while (json.nextElement()) {
                if (artifact.uri == null && artifact.index < 0) {
                    location(json);
                }
            }
        }
    }

    private void location(JsonCursor json) throws IOException {
        clearLocation();
        if (json.beginObject()) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                switch (name) {
                    case "physicalLocation" -> physicalLocation(json);
                    case "logicalLocations" -> logicalLocations(json);
                    default -> {}
                }
            }
        }
    }

    private void physicalLocation(JsonCursor json) throws IOException {
        if (json.beginObject()) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                switch (name) {
                    case "artifactLocation" -> artifact.read(json);
                    case "region" -> region(json);
                    default -> {}
                }
            }
        }
    }

    private void region(JsonCursor json) throws IOException {
        if (json.beginObject()) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                switch (name) {
                    case "startLine" -> startLine = Math.max(0, json.smallInteger(0));
                    case "startColumn" -> startColumn = Math.max(0, json.smallInteger(0));
                    case "endLine" -> endLine = Math.max(0, json.smallInteger(0));
                    case "snippet" -> snippet = RuleReader.text(json);
                    default -> {}
                }
            }
        }
    }

    private void logicalLocations(JsonCursor json) throws IOException {
        if (json.beginArray()) {
            boolean first = true;
            while (json.nextElement()) {
                if (first) {
                    logical.read(json);
                    first = false;
                }
            }
        }
    }

    private void taxa(JsonCursor json) throws IOException {
        if (json.beginArray()) {
            while (json.nextElement()) {
                taxa.add(Reference.read(json));
            }
        }
    }

    private void provenance(JsonCursor json) throws IOException {
        if (json.beginObject()) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                if (name.equals("invocationIndex")) {
                    invocation = json.smallInteger(-1);
                }
            }
        }
    }
}
