package io.jenkins.plugins.compliance.engine.export.oscal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The {@code props} of an object: our own words in a namespace of ours. A value that is null or blank is left out. */
final class Props {
    static final String NAMESPACE = "https://plugins.jenkins.io/compliance-stages/ns/oscal";

    private final List<String[]> props = new ArrayList<>();

    Props add(String name, @CheckForNull String value) {
        String clean = value == null ? "" : OscalText.string(value);
        if (!clean.isEmpty()) {
            props.add(new String[] {name, clean});
        }
        return this;
    }

    Props add(String name, Iterable<String> values) {
        values.forEach(value -> add(name, value));
        return this;
    }

    void write(JsonOutput json) throws IOException {
        if (!props.isEmpty()) {
            json.beginArray("props");
            for (String[] prop : props) {
                json.beginObject();
                json.member("name", prop[0]).member("ns", NAMESPACE).member("value", prop[1]);
                json.endObject();
            }
            json.endArray();
        }
    }
}
