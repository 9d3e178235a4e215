package io.jenkins.plugins.compliance.facts;

import hudson.Extension;
import hudson.PluginWrapper;
import hudson.model.UpdateSite;
import hudson.util.VersionNumber;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Counts the published security warnings that apply to Jenkins and its plugins as they are installed, those included that an
 * administrator has hidden. It asks no site: what Jenkins was told by all of its update sites must be there, fresh, and have
 * warnings in it. A site that was never reached, or a mirror that leaves the warnings out, proves nothing.
 */
@Extension
@Restricted(NoExternalUse.class)
public final class OpenAdvisories {
    /** Jenkins asks its update sites once a day. */
    private static final Duration OLDEST = Duration.ofDays(3);

    private final Map<Path, Known> known = new HashMap<>();

    private record Known(Instant written, long size, AdvisoryList list) {}

    /** States how many there are, if that is known. */
    void state(Facts facts) throws IOException {
        count().ifPresent(open -> facts.state(ControllerFact.CONTROLLER_OPEN_ADVISORIES, String.valueOf(open)));
    }

    private Optional<Integer> count() throws IOException {
        Jenkins jenkins = Jenkins.get();
        VersionNumber core = Jenkins.getVersion();
        Instant oldest = ControllerClock.now().minus(OLDEST);
        Map<String, String> installed = core == null ? Map.of() : installed(jenkins, core);
        Set<String> open = new HashSet<>();
        boolean told = false;
        for (UpdateSite site : List.copyOf(jenkins.getUpdateCenter().getSites())) {
            Path file = jenkins.getRootDir().toPath().resolve("updates").resolve(site.getId() + ".json");
            Optional<AdvisoryList> list = fresh(file, oldest);
            if (list.isEmpty()) {
                return Optional.empty();
            }
            told |= !list.get().advisories().isEmpty();
            list.get().advisories().stream()
                    .filter(each -> each.applies(installed))
                    .forEach(each -> open.add(each.id()));
        }
        return told && core != null ? Optional.of(open.size()) : Optional.empty();
    }

    private static Map<String, String> installed(Jenkins jenkins, VersionNumber core) {
        Map<String, String> installed = new HashMap<>();
        installed.put("", core.toString());
        for (PluginWrapper each : jenkins.getPluginManager().getPlugins()) {
            installed.put(each.getShortName(), each.getVersionNumber().toString());
        }
        return installed;
    }

    private Optional<AdvisoryList> fresh(Path file, Instant oldest) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        Instant written = attributes.lastModifiedTime().toInstant();
        if (written.isBefore(oldest)) {
            return Optional.empty();
        }
        AdvisoryList list = list(file, written, attributes.size());
        Instant generated = list.generated();
        return generated != null && generated.isBefore(oldest) ? Optional.empty() : Optional.of(list);
    }

    /** Reads a file once for as long as it is the same: it has several megabytes. */
    private synchronized AdvisoryList list(Path file, Instant written, long size) throws IOException {
        Known before = known.get(file);
        if (before != null && before.written().equals(written) && before.size() == size) {
            return before.list();
        }
        AdvisoryList list = AdvisoryList.read(file);
        known.put(file, new Known(written, size, list));
        return list;
    }
}
