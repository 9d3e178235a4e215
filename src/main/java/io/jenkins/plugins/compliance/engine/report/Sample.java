package io.jenkins.plugins.compliance.engine.report;

import java.util.Set;

/**
 * The first bytes of a report, looked at once for all readers to recognise their format by.
 *
 * @param fileName name of the file without folders; empty when unknown
 * @param syntax what the text is written in
 * @param root XML: local name of the root element; else empty
 * @param namespace XML: namespace of the root element; else empty
 * @param keys JSON: keys of the first object that were seen in the sample (of the first element where the root is an array)
 * @param arrayRoot JSON: whether the root is an array
 * @param head the text of the sample
 */
public record Sample(
        String fileName,
        Syntax syntax,
        String root,
        String namespace,
        Set<String> keys,
        boolean arrayRoot,
        String head) {

    /** Takes a copy of the keys. */
    public Sample {
        keys = Set.copyOf(keys);
    }

    /** What a text is written in. */
    public enum Syntax {
        /** JSON, one document. */
        JSON,
        /** Several JSON documents, one after the other. */
        JSON_LINES,
        /** XML. */
        XML,
        /** Any other text. */
        TEXT,
        /** Nothing at all, or only white space. */
        EMPTY
    }

    /** Whether all these keys were seen. */
    public boolean has(String... wanted) {
        for (String key : wanted) {
            if (!keys.contains(key)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is one JSON object with all these keys. */
    public boolean isObject(String... wanted) {
        return syntax == Syntax.JSON && !arrayRoot && has(wanted);
    }

    /** Whether it is one JSON array whose first element is an object with all these keys. */
    public boolean isList(String... wanted) {
        return syntax == Syntax.JSON && arrayRoot && !keys.isEmpty() && has(wanted);
    }

    /** Whether it is one or several JSON objects, the first of them with all these keys. */
    public boolean isStream(String... wanted) {
        return (syntax == Syntax.JSON || syntax == Syntax.JSON_LINES) && !arrayRoot && has(wanted);
    }

    /** Whether it is XML with this root element, in whatever namespace. */
    public boolean isXml(String element) {
        return syntax == Syntax.XML && root.equals(element);
    }
}
