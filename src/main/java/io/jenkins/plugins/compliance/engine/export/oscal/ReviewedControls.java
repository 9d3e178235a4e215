package io.jenkins.plugins.compliance.engine.export.oscal;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import io.jenkins.plugins.compliance.engine.policy.Framework;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The requirements that were assessed, one selection a framework. */
final class ReviewedControls {
    private ReviewedControls() {}

    static void write(JsonOutput json, Assessment assessment) throws IOException {
        json.beginObject("reviewed-controls");
        if (assessment.requirements().isEmpty()) {
            json.beginArray("control-selections").beginObject();
            json.member("description", "The policy demands no requirement of this application: none was assessed.");
            json.beginObject("include-all").endObject();
            json.endObject().endArray();
        } else {
            selections(json, assessment, assessment.requirements());
        }
        json.endObject();
    }

    static void selections(JsonOutput json, Assessment assessment, List<RequirementResult> requirements)
            throws IOException {
        Map<String, Set<String>> groups = new TreeMap<>();
        for (RequirementResult each : requirements) {
            groups.computeIfAbsent(each.requirement().framework(), key -> new TreeSet<>())
                    .add(OscalText.control(each.requirement()));
        }
        json.beginArray("control-selections");
        for (Map.Entry<String, Set<String>> group : groups.entrySet()) {
            Framework framework = assessment.policy().frameworks().get(group.getKey());
            json.beginObject();
            json.member("description", OscalText.paragraphs(framework == null ? group.getKey() : framework.title()));
            new Props().add("framework", group.getKey()).write(json);
            json.beginArray("include-controls");
            for (String control : group.getValue()) {
                json.beginObject().member("control-id", control).endObject();
            }
            json.endArray().endObject();
        }
        json.endArray();
    }
}
