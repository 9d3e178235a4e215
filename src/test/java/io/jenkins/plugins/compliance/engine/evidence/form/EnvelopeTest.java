package io.jenkins.plugins.compliance.engine.evidence.form;

import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.OTHER_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.evidence.BrokenEnvelopeException;
import io.jenkins.plugins.compliance.engine.evidence.Sha256;
import io.jenkins.plugins.compliance.engine.evidence.key.P256;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private static final byte[] PAYLOAD = "{\"a\":\"\u00e9\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void theEncodingThatIsSignedIsThatOfTheSpecification() throws Exception {
        byte[] encoding = PreAuthentication.encoding(
                "http://example.com/HelloWorld", "hello world".getBytes(StandardCharsets.UTF_8));
        assertThat(new String(encoding, StandardCharsets.UTF_8))
                .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
        // The signature of the specification's test vector, whose two numbers are not in DER.
        ECPoint point = new ECPoint(
                new BigInteger("46950820868899156662930047687818585632848591499744589407958293238635476079160"),
                new BigInteger("5640078356564379163099075877009565129882514886557779369047442380624545832820"));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, P256.PARAMETERS)));
        signature.update(encoding);
        assertThat(
                        signature.verify(
                                Base64.getDecoder()
                                        .decode(
                                                "A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA==")))
                .isTrue();
    }

    @Test
    void whatIsSealedHasTheOneFormAndVerifies() throws Exception {
        for (SigningKey key : List.of(KEY, OTHER_KEY)) {
            Envelope envelope = Envelope.seal(PAYLOAD, key);
            String text = new String(envelope.toByteArray(), StandardCharsets.US_ASCII);
            assertThat(text)
                    .startsWith("{\"payloadType\":\"application/vnd.in-toto+json\",\"payload\":\"eyJhIjoiw6kifQ==\","
                            + "\"signatures\":[{\"keyid\":\"" + key.id() + "\",\"sig\":\"")
                    .endsWith("\"}]}");
            assertThat(envelope.keyId()).isEqualTo(key.id());
            assertThat(envelope.payload()).isEqualTo(PAYLOAD);
            assertThat(envelope.verifies(key.publicKey())).isTrue();
            assertThat(envelope.verifies(key == KEY ? OTHER_KEY.publicKey() : KEY.publicKey()))
                    .isFalse();
            assertThat(envelope.digest()).isEqualTo(Sha256.hex(envelope.toByteArray()));
        }
    }

    @Test
    void itIsFoundBetweenOtherBytes() throws Exception {
        byte[] bytes = Envelope.seal(PAYLOAD, KEY).toByteArray();
        byte[] around =
                ("xx" + new String(bytes, StandardCharsets.US_ASCII) + "yyy").getBytes(StandardCharsets.US_ASCII);
        Envelope within = Envelope.parse(around, 2, 2 + bytes.length);
        assertThat(within.payload()).isEqualTo(PAYLOAD);
        assertThat(within.toByteArray()).isEqualTo(bytes);
        assertThat(within.verifies(KEY.publicKey())).isTrue();
        assertThatThrownBy(() -> Envelope.parse(around, 1, 2 + bytes.length)).hasMessageContaining("begin");
        assertThatThrownBy(() -> Envelope.parse(around, 2, 3 + bytes.length)).hasMessageContaining("end");
    }

    @Test
    void anotherFormIsRefused() throws Exception {
        String text = new String(Envelope.seal(PAYLOAD, KEY).toByteArray(), StandardCharsets.US_ASCII);
        refused("", "begin");
        refused("{}", "begin");
        refused(text.replace("\",\"payload\"", "\", \"payload\""), "begin");
        refused(text + " ", "end");
        refused(text.replace(KEY.id(), KEY.id().toUpperCase(java.util.Locale.ROOT)), "key id");
        refused(text.replace(KEY.id(), KEY.id().substring(1)), "signature");
        refused(text.replace("\"sig\"", "\"sag\""), "signature");
        refused(text.replace("signatures", "signaturez"), "signature");
        refused("{\"payloadType\":\"application/vnd.in-toto+json\",\"payload\":\"\"}]}", "signature");
        assertThatThrownBy(() -> parse(text.replace("eyJhIjoiw6kifQ==", "eyJhIjoiw6kifR=="))
                        .payload())
                .hasMessageContaining("canonical");
        assertThatThrownBy(() -> parse(text.replace("eyJhIjoiw6kifQ==", "eyJhIjoiw6kifQ"))
                        .payload())
                .hasMessageContaining("base64");
        assertThatThrownBy(() -> parse(text.replace("eyJhIjoiw6kifQ==", "eyJhIjoi*6kifQ=="))
                        .payload())
                .hasMessageContaining("base64");
        assertThatThrownBy(() -> parse(text.replace("==\"}]}", "=\"}]}")).verifies(KEY.publicKey()))
                .hasMessageContaining("signature");
    }

    private static Envelope parse(String text) throws BrokenEnvelopeException {
        return Envelope.parse(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void refused(String text, String why) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(BrokenEnvelopeException.class)
                .hasMessageContaining(why);
    }
}
