package io.jenkins.plugins.compliance.engine.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.lint.PolicyLint;
import io.jenkins.plugins.compliance.engine.policy.lint.Vocabulary;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;

/** What can be done with a pack once it was loaded, and must not fail. */
final class LoadedPack {
    private LoadedPack() {}

    static void use(LoadResult result) {
        PolicyLint.lint(result, Vocabulary.CATEGORIES, Limits.DEFAULTS);
        result.pack().ifPresent(pack -> {
            assertThat(PolicyDigest.of(pack)).startsWith("sha256:").isEqualTo(pack.digest());
            assertThat(PolicyIndex.of(pack).demands(Tags.NONE).procedures().size())
                    .isLessThanOrEqualTo(pack.procedures().size());
        });
    }
}
