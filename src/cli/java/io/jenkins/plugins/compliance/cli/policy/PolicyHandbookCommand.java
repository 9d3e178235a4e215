package io.jenkins.plugins.compliance.cli.policy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.cli.ExitCode;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Phase;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Role;
import io.jenkins.plugins.compliance.engine.policy.handbook.Handbook;
import io.jenkins.plugins.compliance.engine.policy.pack.PolicyPacks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compliance policy handbook PACK}: the procedures as a document for people. */
@Command(
        name = "handbook",
        description = "Write the procedures of a policy pack as a document for people.",
        mixinStandardHelpOptions = true)
final class PolicyHandbookCommand implements Callable<Integer> {
    /** The formats of a handbook. */
    enum Format {
        MD,
        HTML
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PACK", description = "Directory, file, zip archive or bundled:ID.")
    private String location = "";

    @Option(names = "--format", description = "md or html. Default: by the name of the file, else md.")
    @CheckForNull
    private Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "File to write. Default: standard output.")
    @CheckForNull
    private Path output;

    @Option(names = "--role", description = "Only procedures of this role: ${COMPLETION-CANDIDATES}.")
    @CheckForNull
    private Role role;

    @Option(names = "--phase", description = "Only procedures of this phase: ${COMPLETION-CANDIDATES}.")
    @CheckForNull
    private Phase phase;

    @Option(names = "--archetype", paramLabel = "ID", description = "Only procedures that can apply to this archetype.")
    @CheckForNull
    private String archetype;

    @Override
    public Integer call() throws IOException {
        PolicyPack pack = PolicyPacks.load(location, Limits.DEFAULTS).orThrow();
        Handbook.Selection selection = new Handbook.Selection(role, phase, archetype);
        String text = html() ? Handbook.html(pack, selection) : Handbook.markdown(pack, selection);
        PrintWriter out = spec.commandLine().getOut();
        if (output == null) {
            out.print(text);
        } else {
            Files.writeString(output, text);
            out.println("wrote " + output);
        }
        out.flush();
        return ExitCode.OK;
    }

    private boolean html() {
        String name = output == null ? "" : output.toString();
        return format == null ? name.endsWith(".html") || name.endsWith(".htm") : format == Format.HTML;
    }
}
