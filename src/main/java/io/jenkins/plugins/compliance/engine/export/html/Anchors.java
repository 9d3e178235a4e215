package io.jenkins.plugins.compliance.engine.export.html;

import io.jenkins.plugins.compliance.engine.policy.RequirementRef;

/** Ids of the places in a report that links lead to. Different things have different ids, whatever they are called. */
final class Anchors {
    private Anchors() {}

    static String procedure(String id) {
        return "procedure-" + encoded(id);
    }

    /** The card that says what to do about a procedure. */
    static String action(String procedure) {
        return "action-" + encoded(procedure);
    }

    static String requirement(RequirementRef ref) {
        return "requirement-" + encoded(ref.framework()) + ":" + encoded(ref.requirement());
    }

    static String framework(String id) {
        return "framework-" + encoded(id);
    }

    static String archetype(String id) {
        return "archetype-" + encoded(id);
    }

    static String evidence(long sequence) {
        return "evidence-" + sequence;
    }

    static String waiver(String procedure) {
        return "waiver-" + encoded(procedure);
    }

    private static String encoded(String id) {
        StringBuilder encoded = new StringBuilder(id.length());
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.';
            if (plain) {
                encoded.append(c);
            } else {
                encoded.append('_').append(Integer.toHexString(c)).append('_');
            }
        }
        return encoded.toString();
    }
}
