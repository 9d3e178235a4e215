package io.jenkins.plugins.compliance.engine.evidence.form;

import java.nio.charset.StandardCharsets;

/** What a DSSE signature is made over (DSSE v1.0, protocol.md, "PAE"): type and payload with their lengths in bytes. */
final class PreAuthentication {
    private PreAuthentication() {}

    /** The bytes to sign. */
    static byte[] encoding(String payloadType, byte[] payload) {
        byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("DSSEv1 " + type.length + " " + payloadType + " " + payload.length + " ")
                .getBytes(StandardCharsets.UTF_8);
        byte[] encoded = new byte[head.length + payload.length];
        System.arraycopy(head, 0, encoded, 0, head.length);
        System.arraycopy(payload, 0, encoded, head.length, payload.length);
        return encoded;
    }
}
