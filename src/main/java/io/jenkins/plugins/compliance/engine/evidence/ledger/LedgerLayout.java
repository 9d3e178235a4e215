package io.jenkins.plugins.compliance.engine.evidence.ledger;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names in an evidence folder. */
public final class LedgerLayout {
    /** The entries, one envelope a line. */
    public static final String LEDGER = "ledger.jsonl";
    /** The signed head. */
    public static final String HEAD = "head.dsse.json";
    /** Folder of the kept files. */
    public static final String FILES = "files";
    /** What a bundle says about itself. */
    public static final String BUNDLE = "bundle.json";
    /** The public keys that a bundle carries along. */
    public static final String KEYS = "keys.json";

    /** An entry that is a file of its own: its sequence, its name. */
    static final Pattern ENTRY = Pattern.compile("([0-9]{6,18})-[a-z0-9][a-z0-9-]{0,63}\\.dsse\\.json");

    private static final int LONGEST_NAME = 64;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^a-z0-9]+");

    private LedgerLayout() {}

    /**
     * Name of the file of one entry.
     *
     * @param name name of the observation
     */
    public static String entryFile(long sequence, String name) {
        return numbered(sequence, requireName(name) + ".dsse.json");
    }

    /**
     * A name for an observation of something that is named freely: {@code attestation-deploy-drift} for {@code deploy.drift}.
     *
     * @param kind what sort of observation it is, a name itself
     * @param what what it is about
     */
    public static String nameFor(String kind, String what) {
        String name = NOT_IN_NAMES
                .matcher((kind + "-" + what).toLowerCase(Locale.ROOT))
                .replaceAll("-");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** A name that begins with a sequence: {@code 000017-spotbugs.sarif}. */
    public static String numbered(long sequence, String name) {
        return String.format(Locale.ROOT, "%06d-%s", sequence, name);
    }

    /** @throws IllegalArgumentException when the text can't name an observation */
    static String requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" can't name evidence; expected up to 64 lower-case letters,"
                            + " digits and '-', beginning with a letter or digit");
        }
        return name;
    }
}
