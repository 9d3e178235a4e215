package io.jenkins.plugins.compliance.engine.policy.pack;

import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblems;
import io.jenkins.plugins.compliance.engine.io.file.FileTree;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** One loading of a pack with the packs that it uses: what they use of the limits together, and their mistakes. */
final class LoadSession {
    final Limits limits;
    final DocumentProblems log;
    /** Packs that are loaded or being loaded, by what identifies them. */
    final Set<String> begun = new LinkedHashSet<>();
    /** Packs that are being loaded. */
    final Set<String> open = new LinkedHashSet<>();

    private long bytes;
    private int files;

    LoadSession(Limits limits) {
        this.limits = limits;
        this.log = new DocumentProblems(limits.problems());
    }

    /** Something read from a file. */
    interface Reading<T> {
        T of(byte[] content, String name) throws IOException;
    }

    /** Reads a file of a pack; what is wrong with it goes to the log. */
    <T> Optional<T> read(FileTree tree, String path, Reading<T> reading) {
        Position at = tree.position(path);
        try {
            if (++files > limits.policyFiles()) {
                throw new LimitExceededException("policyFiles", limits.policyFiles(), at);
            }
            byte[] content = tree.read(path);
            bytes += content.length;
            if (bytes > limits.policyBytes()) {
                throw new LimitExceededException("policyBytes", limits.policyBytes(), at);
            }
            return Optional.of(reading.of(content, at.file()));
        } catch (MalformedInputException e) {
            log.error("syntax", e.position(), withoutPlace(e, e.position()));
        } catch (LimitExceededException e) {
            Position where = e.where() == null ? at : e.where();
            log.limit(where, e);
        } catch (IOException e) {
            log.error("unreadable-file", at, "the file can't be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static String withoutPlace(IOException e, Position at) {
        String message = e.getMessage() == null ? "not well-formed" : e.getMessage();
        String place = at + ": ";
        return message.startsWith(place) ? message.substring(place.length()) : message;
    }
}
