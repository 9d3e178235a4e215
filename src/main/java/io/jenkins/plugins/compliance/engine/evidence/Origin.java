package io.jenkins.plugins.compliance.engine.evidence;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * Whose evidence it is, as the one who records it knows it (never taken from environment variables of a build).
 *
 * @param controller the recorder: URL of a Jenkins controller, or a name for a workstation
 * @param job full name of the job or project
 * @param build id of the build, for instance {@code 17}
 * @param cause why the build ran; null when not known
 * @param source address of the source repository; null when not known
 * @param revision revision of the source; null when not known
 * @param node name of the node that ran it; null when not known
 * @param step id of the step of the build that recorded it; null when not known. A step that is begun again after an interruption
 *     finds by it what it recorded already
 */
public record Origin(
        String controller,
        String job,
        String build,
        @CheckForNull String cause,
        @CheckForNull String source,
        @CheckForNull String revision,
        @CheckForNull String node,
        @CheckForNull String step) {
    /** The origin of evidence of no known step. */
    public Origin(
            String controller,
            String job,
            String build,
            @CheckForNull String cause,
            @CheckForNull String source,
            @CheckForNull String revision,
            @CheckForNull String node) {
        this(controller, job, build, cause, source, revision, node, null);
    }

    /** The same, recorded by a step. */
    public Origin withStep(@CheckForNull String id) {
        return new Origin(controller, job, build, cause, source, revision, node, id);
    }

    /** Whose ledger it belongs into. */
    public LedgerIdentity identity() {
        return new LedgerIdentity(controller, job);
    }
}
