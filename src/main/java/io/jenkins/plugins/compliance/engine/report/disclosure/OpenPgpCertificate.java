package io.jenkins.plugins.compliance.engine.report.disclosure;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A primary key with its user ids, subkeys and their signatures (a "transferable public key", RFC 9580, section 10.1), and until
 * when one can encrypt to it. Of each component the newest signature by the key itself counts; where those of several user ids
 * disagree on when the key ends, the earliest end does. Signatures of others say nothing here.
 */
final class OpenPgpCertificate {
    private final OpenPgpKey primary;
    private final List<Component> components = new ArrayList<>();

    OpenPgpCertificate(OpenPgpKey primary) {
        this.primary = primary;
        components.add(new Component(primary, false));
    }

    /** A key, subkey or user id with the signature that speaks for it. */
    private static final class Component {
        final OpenPgpKey key;
        final boolean subkey;
        private @CheckForNull OpenPgpSignature newest;
        private boolean revoked;

        Component(OpenPgpKey key, boolean subkey) {
            this.key = key;
            this.subkey = subkey;
        }

        void add(OpenPgpSignature signature) {
            boolean revokes = signature.type() == OpenPgpSignature.REVOKES_KEY
                    || signature.type() == OpenPgpSignature.REVOKES_SUBKEY
                    || signature.type() == OpenPgpSignature.REVOKES_USER_ID;
            boolean binds = subkey
                    ? signature.type() == OpenPgpSignature.BINDS_SUBKEY
                    : signature.certifies() || signature.type() == OpenPgpSignature.DIRECT_KEY;
            OpenPgpSignature before = newest;
            revoked |= revokes;
            if (binds && (before == null || signature.created() >= before.created())) {
                newest = signature;
            }
        }

        @CheckForNull
        OpenPgpSignature inForce() {
            return revoked ? null : newest;
        }

        boolean encrypts() {
            OpenPgpSignature signature = inForce();
            Boolean stated = signature == null ? Boolean.FALSE : signature.encrypts();
            return stated == null ? key.canEncrypt() : stated;
        }

        @CheckForNull
        Instant end() {
            OpenPgpSignature signature = inForce();
            return signature == null ? null : earlier(signature.keyExpires(key.created()), signature.expires());
        }
    }

    void userId() {
        components.add(new Component(primary, false));
    }

    void subkey(OpenPgpKey key) {
        components.add(new Component(key, true));
    }

    /** A signature about what was added last. */
    void signature(OpenPgpSignature signature) {
        if (signature.isBy(primary.fingerprint(), primary.id())) {
            components.get(components.size() - 1).add(signature);
        }
    }

    OpenPgpKey primary() {
        return primary;
    }

    /** Whether its owner has revoked it. */
    boolean revoked() {
        return components.get(0).revoked;
    }

    /** Whether the key itself vouches for it, without which nobody can tell how long it holds. */
    boolean bound() {
        return components.stream().anyMatch(each -> !each.subkey && each.inForce() != null);
    }

    /**
     * Until when one can encrypt to it: empty when to none of its keys; {@link Instant#MAX} when for ever.
     */
    Optional<Instant> encryptsUntil() {
        Instant whole = null;
        boolean primaryEncrypts = false;
        for (Component each : components) {
            if (!each.subkey) {
                whole = earlier(whole, each.end());
                primaryEncrypts |= each.encrypts();
            }
        }
        List<Instant> ends = new ArrayList<>();
        if (primaryEncrypts) {
            ends.add(forEver(whole));
        }
        for (Component each : components) {
            if (each.subkey && each.encrypts()) {
                ends.add(forEver(earlier(whole, each.end())));
            }
        }
        return ends.stream().max(Instant::compareTo);
    }

    private static Instant forEver(@CheckForNull Instant end) {
        return end == null ? Instant.MAX : end;
    }

    private static @CheckForNull Instant earlier(@CheckForNull Instant one, @CheckForNull Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
