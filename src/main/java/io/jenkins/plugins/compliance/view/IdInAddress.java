package io.jenkins.plugins.compliance.view;

import hudson.Util;
import java.util.Set;

/** Ids of a policy as parts of an address. Those that an address has a meaning for already get a tilde, which no id holds. */
final class IdInAddress {
    private static final Set<String> TAKEN = Set.of("api", "index", "displayName", "class", ".", "..");
    private static final String MARK = "~";

    private IdInAddress() {}

    /** The part of an address that stands for an id, encoded. */
    static String of(String id) {
        return (TAKEN.contains(id) ? MARK : "") + Util.rawEncode(id);
    }

    /** The id that a part of an address, decoded, stands for. */
    static String read(String part) {
        return part.startsWith(MARK) ? part.substring(MARK.length()) : part;
    }
}
