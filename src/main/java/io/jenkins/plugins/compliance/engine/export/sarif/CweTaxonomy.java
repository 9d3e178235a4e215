package io.jenkins.plugins.compliance.engine.export.sarif;

import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import java.io.IOException;
import java.util.SortedSet;

/** The Common Weakness Enumeration as a taxonomy: those of its members that a run refers to. */
final class CweTaxonomy {
    static final String NAME = "CWE";

    private CweTaxonomy() {}

    static void taxonomy(JsonOutput json, SortedSet<Integer> weaknesses) throws IOException {
        json.beginArray("taxonomies").beginObject();
        json.member("name", NAME).member("organization", "MITRE");
        json.member("informationUri", "https://cwe.mitre.org/").member("isComprehensive", false);
        json.beginObject("shortDescription")
                .member("text", "The MITRE Common Weakness Enumeration")
                .endObject();
        json.beginArray("taxa");
        for (int cwe : weaknesses) {
            json.beginObject().member("id", id(cwe));
            json.member("helpUri", "https://cwe.mitre.org/data/definitions/" + cwe + ".html")
                    .endObject();
        }
        json.endArray().endObject().endArray();
    }

    /** A reference to one of them. */
    static void reference(JsonOutput json, int cwe) throws IOException {
        json.beginObject().member("id", id(cwe)).beginObject("toolComponent");
        json.member("name", NAME).member("index", 0).endObject().endObject();
    }

    private static String id(int cwe) {
        return "CWE-" + cwe;
    }
}
