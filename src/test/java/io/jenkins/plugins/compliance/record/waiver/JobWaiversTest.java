package io.jenkins.plugins.compliance.record.waiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.FreeStyleProject;
import io.jenkins.plugins.compliance.engine.assess.Waiver;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.key.KeyAlgorithm;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class JobWaiversTest {
    private static final SigningKey KEY = SigningKey.generate(KeyAlgorithm.ED25519);
    private static final KeySet TRUSTED = KeySet.of(KEY.publicKey());

    private FreeStyleProject job;
    private JobWaivers waivers;

    @BeforeEach
    void createJob(JenkinsRule jenkins) throws Exception {
        job = jenkins.createFreeStyleProject("shop");
        waivers = JobWaivers.of(job, TRUSTED);
    }

    @Test
    void aWaiverIsInForceFromApprovalToRevocation() throws Exception {
        String id = waivers.request(request(), "ann", KEY);
        assertThat(waivers.asOf(Instant.now())).isEmpty();

        waivers.approve(id, "bob", "until the parser is mended", KEY);
        Instant approved = Instant.now();
        assertThat(waivers.asOf(approved)).singleElement().satisfies(waiver -> {
            assertThat(waiver.procedure()).isEqualTo("sast-every-build");
            assertThat(waiver.requester()).isEqualTo("ann");
            assertThat(waiver.approver()).isEqualTo("bob");
        });
        Instant later = Instant.now().plus(Duration.ofDays(8));
        assertThat(waivers.asOf(later))
                .singleElement()
                .satisfies(waiver -> assertThat(waiver.inForce(later)).isFalse());

        Thread.sleep(5);
        waivers.revoke(id, "bob", null, KEY);
        Thread.sleep(5);
        Instant revoked = Instant.now();
        assertThat(waivers.asOf(revoked)).noneMatch(waiver -> waiver.inForce(revoked));
        assertThat(waivers.asOf(approved)).extracting(Waiver::id).containsExactly(id);
        assertThat(waivers.get(id).orElseThrow().state()).isEqualTo(JobWaiver.State.REVOKED);
    }

    @Test
    void nobodyApprovesTheirOwnRequest() throws Exception {
        String id = waivers.request(request(), "ann", KEY);

        assertThatThrownBy(() -> waivers.approve(id, "Ann ", null, KEY)).hasMessageContaining("somebody else");
        assertThat(waivers.list()).extracting(JobWaiver::state).containsExactly(JobWaiver.State.REQUESTED);
    }

    @Test
    void whatWasDecidedIsNotDecidedAgain() throws Exception {
        String id = waivers.request(request(), "ann", KEY);
        waivers.reject(id, "bob", "mend it", KEY);

        assertThatThrownBy(() -> waivers.approve(id, "bob", null, KEY)).hasMessageContaining("rejected already");
        assertThatThrownBy(() -> waivers.revoke(id, "bob", null, KEY)).hasMessageContaining("not approved");
        assertThatThrownBy(() -> waivers.reject("w-99", "bob", null, KEY)).hasMessageContaining("no waiver w-99");
        assertThat(waivers.asOf(Instant.now())).isEmpty();
    }

    @Test
    void somebodyWithoutANameAsksForNothing() {
        assertThatThrownBy(() -> waivers.request(request(), "anonymous", KEY)).hasMessageContaining("log in");
        assertThatThrownBy(() -> new JobWaivers.Request("p", Selector.EVERYTHING, " ", Instant.MAX))
                .hasMessageContaining("reason");
        assertThatThrownBy(() -> waivers.request(
                        new JobWaivers.Request("p", Selector.EVERYTHING, "why", Instant.EPOCH), "ann", KEY))
                .hasMessageContaining("over before it began");
    }

    @Test
    void everyStepIsSignedInTheLedger() throws Exception {
        String id = waivers.request(request(), "ann", KEY);
        waivers.approve(id, "bob", null, KEY);

        assertThat(JobLedger.of(job).evidence(TRUSTED))
                .extracting(Evidence::name)
                .containsExactly("waiver-" + id, "waiver-" + id);
        SigningKey stranger = SigningKey.generate(KeyAlgorithm.ED25519);
        assertThat(JobWaivers.of(job, KeySet.of(stranger.publicKey())).list()).isEmpty();
    }

    private static JobWaivers.Request request() {
        return new JobWaivers.Request(
                "sast-every-build",
                Selector.parse("exposure notin (internet)"),
                "The fix of the parser is due next week.",
                Instant.now().plus(Duration.ofDays(7)));
    }
}
