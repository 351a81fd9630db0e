package dev.accounts.webauthn;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.CollectedClientDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import java.util.Base64;

/** The parts of WebAuthn4J that read what browsers and authenticators send. */
record Converters(
        WebAuthnManager manager, CollectedClientDataConverter clientData, AttestedCredentialDataConverter credentials) {

    /** What a browser sends of a ceremony. */
    private static final String SAMPLE =
            "{\"type\":\"webauthn.get\",\"challenge\":\"AAAA\",\"origin\":\"https://example.org\",\"crossOrigin\":false}";

    /** An attestation object without a statement, and in it authenticator data without a credential. */
    private static final String SAMPLE_OBJECT =
            "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVglAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAA";

    /**
     * Creates the parts, and reads samples in JSON and in CBOR with them: an older Jackson lacks classes that they need only then.
     *
     * @throws IllegalStateException if WebAuthn4J does not fit the versions of Jackson on the class path
     */
    static Converters create() {
        try {
            ObjectConverter objects = new ObjectConverter();
            CollectedClientDataConverter clientData = new CollectedClientDataConverter(objects);
            clientData.convert(SAMPLE.getBytes(UTF_8));
            new AttestationObjectConverter(objects)
                    .convert(Base64.getUrlDecoder().decode(SAMPLE_OBJECT));
            return new Converters(
                    WebAuthnManager.createNonStrictWebAuthnManager(objects),
                    clientData,
                    new AttestedCredentialDataConverter(objects));
        } catch (LinkageError unfit) {
            throw new IllegalStateException(
                    "WebAuthn4J does not fit the Jackson on the class path. Let com.fasterxml.jackson.core:jackson-annotations have at"
                            + " least version 2.22, or tools.jackson:jackson-bom the version 3.1: " + unfit,
                    unfit);
        }
    }
}
