package io.jenkins.plugins.compliance.facts;

/** The facts about a build that the controller states by itself, where it can tell. */
enum ControllerFact {
    /** Whether the build ran on the built-in node. */
    AGENT_ON_CONTROLLER("agent.on-controller"),
    /** Whether its agents were made for it and are thrown away. */
    AGENT_EPHEMERAL("agent.ephemeral"),
    /** What visitors without a name may do. */
    CONTROLLER_ANONYMOUS_ACCESS("controller.anonymous-access"),
    /** Executors of the built-in node. */
    CONTROLLER_EXECUTORS("controller.executors"),
    /** Published security warnings that apply to what runs. */
    CONTROLLER_OPEN_ADVISORIES("controller.open-advisories"),
    /** Whether builds of forks can use credentials. */
    CREDENTIALS_IN_UNTRUSTED_BUILDS("credentials.in-untrusted-builds"),
    /** Whether the credentials of the build expire soon. */
    CREDENTIALS_LIFETIME("credentials.lifetime"),
    /** The widest scope of the credentials of the build. */
    CREDENTIALS_SCOPE("credentials.scope"),
    /** Whether evidence is signed. */
    EVIDENCE_SIGNED("evidence.signed"),
    /** Whether the pipeline's definition is one that was reviewed. */
    PIPELINE_DEFINITION_TRUSTED("pipeline.definition-trusted"),
    /** Whether it came from a repository. */
    PIPELINE_FROM_SCM("pipeline.from-scm"),
    /** Whether its libraries can't move. */
    PIPELINE_LIBRARIES_PINNED("pipeline.libraries-pinned"),
    /** Whether its script ran in the sandbox. */
    PIPELINE_SCRIPT_SANDBOXED("pipeline.script-sandboxed"),
    /** Whether it has a time limit. */
    PIPELINE_TIMEOUT("pipeline.timeout"),
    /** Whether it is known who or what started the build. */
    PIPELINE_TRIGGER_AUTHENTICATED("pipeline.trigger-authenticated"),
    /** Whether the commit is known that was built. */
    SCM_REVISION_KNOWN("scm.revision-known");

    private final String id;

    ControllerFact(String id) {
        this.id = id;
    }

    /** The name that policy uses. */
    String id() {
        return id;
    }
}
