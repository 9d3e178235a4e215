package io.jenkins.plugins.compliance.scan;

import io.jenkins.plugins.compliance.engine.scan.Host;
import io.jenkins.plugins.compliance.engine.scan.Launch;
import io.jenkins.plugins.compliance.engine.scan.LaunchSite;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prepares, on the agent, the run of one tool. */
final class ToolPreparation {
    private final ToolOrder order;
    private final ToolFolder folder;
    private final LaunchSite site;

    /**
     * @param order the tool
     * @param scanned the directory to scan
     * @param folder a folder of its own, which does not exist
     * @param callers environment of the agent
     */
    ToolPreparation(ToolOrder order, Path scanned, ToolFolder folder, Map<String, String> callers) {
        this.order = order;
        this.folder = folder;
        Map<String, String> variables = new TreeMap<>(callers);
        order.secrets().forEach(name -> variables.put(name, RunScript.secret(name)));
        this.site = LaunchSite.of(Host.here(variables).byScript(), scanned, folder.run(), order.files());
    }

    /** Prepares it, unless it can't be launched. */
    Preparation prepare() throws IOException {
        Launch launch = Launch.of(order.template(), site);
        return launch instanceof Launch.Refused refused
                ? Preparation.of(refused)
                : write((Launch.Ready) launch, order.secrets());
    }

    private Preparation write(Launch.Ready launch, List<String> secrets) throws IOException {
        RunScript script = new RunScript(folder, launch, secrets);
        String text;
        try {
            text = site.host().windows() ? WindowsScript.of(script) : UnixScript.of(script);
        } catch (UnspeakableArgumentException e) {
            return new Preparation(Preparation.State.IMPOSSIBLE, RunReason.ARGUMENT_UNFIT.of(e.argument()));
        }
        folder.run().create(order.files());
        Files.writeString(folder.script(), text);
        return Preparation.READY;
    }
}
