package io.jenkins.plugins.compliance.engine.export.oscal;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import java.io.IOException;
import java.util.Collection;

/** References to observations. */
final class RelatedObservations {
    private RelatedObservations() {}

    static void write(JsonOutput json, Ids ids, Collection<Evidence> evidence) throws IOException {
        if (!evidence.isEmpty()) {
            json.beginArray("related-observations");
            for (Evidence each : evidence) {
                json.beginObject()
                        .member("observation-uuid", ids.observation(each))
                        .endObject();
            }
            json.endArray();
        }
    }
}
