package io.jenkins.plugins.compliance.engine.io;

/**
 * The bounds under which input from outside is read. One immutable object goes from the entry point to every reader, so that
 * no reader invents a bound of its own. Exceeding a bound raises {@link LimitExceededException} with the bound's name; it is
 * never a silent cut.
 *
 * @param reportBytes size of one report in bytes
 * @param reportResults result elements (findings, components, test cases) of one report
 * @param nesting depth of nested objects, arrays or elements
 * @param textLength length of one string in UTF-16 units
 * @param problems problems kept by name in one reading; further ones are only counted
 * @param policyBytes size of one policy pack in bytes, all its files and those of the packs that it uses together
 * @param policyNodes values (scalars, lists, mappings) of one policy file, aliases counted as what they stand for
 * @param policyFiles files of one policy pack and the packs that it uses
 * @param yamlAliases aliases that one YAML document may use, those within what an alias stands for counted again
 * @param archiveEntries entries of one archive
 * @param archiveBytes bytes of one archive when unpacked
 * @param archiveRatio unpacked size against packed size of one archive entry
 * @param logBytes captured output of one scan tool in bytes, each of standard output and error
 * @param envelopeBytes size of one signed envelope in bytes
 * @param ledgerEntries entries of one ledger
 * @param listedFiles files of one scanned directory
 * @param keptText characters that a reader keeps of one report while it reads (rules, artifacts, ids of components)
 */
public record Limits(
        long reportBytes,
        long reportResults,
        int nesting,
        int textLength,
        int problems,
        long policyBytes,
        int policyNodes,
        int policyFiles,
        int yamlAliases,
        int archiveEntries,
        long archiveBytes,
        int archiveRatio,
        int logBytes,
        int envelopeBytes,
        long ledgerEntries,
        int listedFiles,
        int keptText) {

    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;

    /** Bounds that real reports of large projects stay well under. */
    public static final Limits DEFAULTS = new Limits(
            2048L * MIB,
            5_000_000,
            200,
            16 * MIB,
            100,
            32L * MIB,
            1_000_000,
            500,
            100,
            100_000,
            4096L * MIB,
            200,
            4 * MIB,
            8 * MIB,
            10_000_000,
            2_000_000,
            64 * MIB);

    /** Refuses a bound below one: a reader under it could accept nothing. */
    public Limits {
        requirePositive("reportBytes", reportBytes);
        requirePositive("reportResults", reportResults);
        requirePositive("nesting", nesting);
        requirePositive("textLength", textLength);
        requirePositive("problems", problems);
        requirePositive("policyBytes", policyBytes);
        requirePositive("policyNodes", policyNodes);
        requirePositive("policyFiles", policyFiles);
        requirePositive("yamlAliases", yamlAliases);
        requirePositive("archiveEntries", archiveEntries);
        requirePositive("archiveBytes", archiveBytes);
        requirePositive("archiveRatio", archiveRatio);
        requirePositive("logBytes", logBytes);
        requirePositive("envelopeBytes", envelopeBytes);
        requirePositive("ledgerEntries", ledgerEntries);
        requirePositive("listedFiles", listedFiles);
        requirePositive("keptText", keptText);
    }

    /** These bounds with another size of one report. */
    public Limits withReportBytes(long bytes) {
        return with(bytes, reportResults, nesting, textLength);
    }

    /** These bounds with another number of result elements of one report. */
    public Limits withReportResults(long results) {
        return with(reportBytes, results, nesting, textLength);
    }

    /** These bounds with another depth of nesting. */
    public Limits withNesting(int depth) {
        return with(reportBytes, reportResults, depth, textLength);
    }

    /** These bounds with another length of one text. */
    public Limits withTextLength(int length) {
        return with(reportBytes, reportResults, nesting, length);
    }

    private Limits with(long bytes, long results, int depth, int length) {
        return new Limits(
                bytes,
                results,
                depth,
                length,
                problems,
                policyBytes,
                policyNodes,
                policyFiles,
                yamlAliases,
                archiveEntries,
                archiveBytes,
                archiveRatio,
                logBytes,
                envelopeBytes,
                ledgerEntries,
                listedFiles,
                keptText);
    }

    /** These bounds with others for policy files: bytes, values, files and aliases. */
    public Limits withPolicy(long bytes, int nodes, int files, int aliases) {
        return new Limits(
                reportBytes,
                reportResults,
                nesting,
                textLength,
                problems,
                bytes,
                nodes,
                files,
                aliases,
                archiveEntries,
                archiveBytes,
                archiveRatio,
                logBytes,
                envelopeBytes,
                ledgerEntries,
                listedFiles,
                keptText);
    }

    /** These bounds with others for archives: entries, bytes unpacked, and ratio of an entry. */
    public Limits withArchive(int entries, long bytes, int ratio) {
        return new Limits(
                reportBytes,
                reportResults,
                nesting,
                textLength,
                problems,
                policyBytes,
                policyNodes,
                policyFiles,
                yamlAliases,
                entries,
                bytes,
                ratio,
                logBytes,
                envelopeBytes,
                ledgerEntries,
                listedFiles,
                keptText);
    }

    private static void requirePositive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("limit " + name + " must be at least 1, not " + value);
        }
    }
}
