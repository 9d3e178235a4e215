package io.jenkins.plugins.compliance.engine.policy.pack;

import io.jenkins.plugins.compliance.engine.io.document.DocumentProblem;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import java.util.List;
import java.util.Optional;

/** What came of loading a pack: the pack, or the mistakes for which it can't be used. Warnings can come with a pack. */
public final class LoadResult {
    private final String location;
    private final PolicyPack draft;
    private final PackPlaces places;
    private final List<DocumentProblem> problems;

    LoadResult(String location, PolicyPack draft, PackPlaces places, List<DocumentProblem> problems) {
        this.location = location;
        this.draft = draft;
        this.places = places;
        this.problems = List.copyOf(problems);
    }

    /** Where it was loaded from, as people named it. */
    public String location() {
        return location;
    }

    /** The pack; empty when it has an error. */
    public Optional<PolicyPack> pack() {
        return problems.stream().anyMatch(each -> each.level() == DocumentProblem.Level.ERROR)
                ? Optional.empty()
                : Optional.of(draft);
    }

    /** All mistakes, by file and place. */
    public List<DocumentProblem> problems() {
        return problems;
    }

    /**
     * The pack.
     *
     * @throws InvalidPolicyException when it has an error
     */
    public PolicyPack orThrow() throws InvalidPolicyException {
        return pack().orElseThrow(() -> new InvalidPolicyException(location, problems));
    }

    /** As much of the pack as could be read: what is wrong in it is left out, so that linting can go on. */
    public PolicyPack draft() {
        return draft;
    }

    /** Where the parts of the pack stand. */
    public PackPlaces places() {
        return places;
    }
}
