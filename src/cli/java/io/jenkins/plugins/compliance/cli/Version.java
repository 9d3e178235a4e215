package io.jenkins.plugins.compliance.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this program, as the jar's manifest states it. */
public final class Version implements IVersionProvider {
    /** {@code compliance} and the version. */
    static String line() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "compliance " + (version == null ? "(not packaged)" : version);
    }

    @Override
    public String[] getVersion() {
        return new String[] {line()};
    }
}
