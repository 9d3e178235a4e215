package io.jenkins.plugins.compliance.engine.policy.pack;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblems;
import io.jenkins.plugins.compliance.engine.io.document.Located;
import io.jenkins.plugins.compliance.engine.io.file.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Loads a pack with the packs that it uses, each once. A relative path may lead to a neighbour of the pack and not farther: a
 * pack that comes from elsewhere must not read the machine.
 */
final class UsedPacks {
    private final LoadSession session;

    UsedPacks(LoadSession session) {
        this.session = session;
    }

    /**
     * Loads a pack; the lists of the packs that it uses are added to its own.
     *
     * @param tree its files
     * @param identity what identifies it
     * @param directory its directory; null when it is in an archive or on the class path
     */
    PackLoader.Read load(FileTree tree, String identity, @CheckForNull Path directory) {
        session.begun.add(identity);
        session.open.add(identity);
        PackLoader.Read read = new PackLoader(tree, session).read();
        Set<String> overridden = new HashSet<>();
        Set<String> own = new TreeSet<>();
        read.draft().procedures.forEach(each -> own.add(each.procedure().id()));
        for (Located<String> each : read.overrides()) {
            if (own.contains(each.value())) {
                overridden.add(each.value());
            } else {
                session.log.unknown(
                        "unknown-procedure", each.at(), "the id of a procedure of this pack", each.value(), own);
            }
        }
        Set<String> replaced = new HashSet<>();
        for (Located<String> use : read.uses()) {
            PackDraft used = use(use, directory);
            if (used != null) {
                used.procedures.removeIf(
                        each -> overridden.contains(each.procedure().id())
                                && replaced.add(each.procedure().id()));
                read.draft().add(used);
                addPlaybooks(read.draft(), used);
            }
        }
        for (Located<String> each : read.overrides()) {
            if (overridden.contains(each.value()) && !replaced.contains(each.value())) {
                session.log.warning(
                        "unused-override",
                        each.at(),
                        "found the override " + DocumentProblems.quoted(each.value())
                                + ", expected a used pack to have a procedure with this id");
            }
        }
        session.open.remove(identity);
        return read;
    }

    @CheckForNull
    private PackDraft use(Located<String> use, @CheckForNull Path directory) {
        String text = use.value();
        if (text.startsWith(BundledPacks.PREFIX)) {
            return bundled(use, text.substring(BundledPacks.PREFIX.length()));
        }
        if (directory == null) {
            session.log.error(
                    "wrong-value",
                    use.at(),
                    "found " + DocumentProblems.quoted(text)
                            + ", expected bundled:ID: this pack has no neighbours to name");
            return null;
        }
        Path target = neighbour(text, directory);
        if (target == null) {
            session.log.error(
                    "missing-file",
                    use.at(),
                    "found " + DocumentProblems.quoted(text)
                            + ", expected bundled:ID or the relative path of a pack beside or below this one");
            return null;
        }
        String identity = target.toString();
        if (begin(use, identity)) {
            try (FileTree tree = PolicyPacks.tree(target, label(use, text), session.limits)) {
                return load(tree, identity, Files.isDirectory(target) ? target : null)
                        .draft();
            } catch (IOException e) {
                session.log.error("unreadable-file", use.at(), "the pack can't be read: " + e.getMessage());
            }
        }
        return null;
    }

    @CheckForNull
    private PackDraft bundled(Located<String> use, String id) {
        List<String> known = BundledPacks.ids();
        if (!known.contains(id)) {
            session.log.unknown("unknown-pack", use.at(), "bundled: and the id of a bundled pack", id, known);
            return null;
        }
        String identity = BundledPacks.PREFIX + id;
        if (!begin(use, identity)) {
            return null;
        }
        try (FileTree tree = BundledPacks.tree(id, session.limits)) {
            return load(tree, identity, null).draft();
        } catch (IOException e) {
            session.log.error("unreadable-file", use.at(), "the pack can't be read: " + e.getMessage());
            return null;
        }
    }

    private boolean begin(Located<String> use, String identity) {
        if (session.open.contains(identity)) {
            session.log.error(
                    "uses-cycle",
                    use.at(),
                    "found " + DocumentProblems.quoted(use.value()) + ", which uses this pack itself");
        }
        return !session.begun.contains(identity);
    }

    @CheckForNull
    private static Path neighbour(String text, Path directory) {
        try {
            Path relative = Path.of(text);
            Path parent = directory.toRealPath().getParent();
            if (relative.isAbsolute() || parent == null) {
                return null;
            }
            Path target = directory.resolve(relative).toRealPath();
            return target.startsWith(parent) && !target.equals(parent) ? target : null;
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }

    private static String label(Located<String> use, String text) {
        String file = use.at().file();
        int cut = file.lastIndexOf('/');
        return Path.of(cut < 0 ? text : file.substring(0, cut) + "/" + text)
                .normalize()
                .toString()
                .replace('\\', '/');
    }

    private void addPlaybooks(PackDraft into, PackDraft used) {
        used.playbooks.forEach((path, text) -> {
            Located<String> mine = into.playbooks.putIfAbsent(path, text);
            if (mine != null && !mine.value().equals(text.value())) {
                session.log.error(
                        "duplicate-id",
                        mine.at(),
                        "found the playbook " + path
                                + " again with another text, expected another name; it stands first at " + text.at());
            }
        });
    }
}
