package dev.accounts.testkit.contract.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.model.factor.PasskeyOptions;
import dev.accounts.model.factor.PasskeyRegistration;
import dev.accounts.spi.factor.PasskeyVerifier;
import dev.accounts.spi.factor.PasskeyVerifier.Expected;
import dev.accounts.spi.factor.PasskeyVerifier.NewPasskey;
import dev.accounts.spi.factor.PasskeyVerifier.PasskeyUse;
import dev.accounts.testkit.PasskeyDevice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a verifier of passkeys accepts and refuses, shown by a software authenticator that signs with real keys. */
public abstract class PasskeyVerifierContract {

    private static final String ORIGIN = "https://accounts.example.org";
    private static final String RELYING_PARTY = "example.org";
    private static final String CHALLENGE = "0123456789012345678901234567890123456789";
    private static final String OTHER_CHALLENGE = "9876543210987654321098765432109876543210";
    private static final PasskeyOptions OPTIONS = new PasskeyOptions(Map.of("challenge", CHALLENGE), Instant.EPOCH);
    private static final Expected EXPECTED = new Expected(CHALLENGE, RELYING_PARTY, Set.of(ORIGIN), true);

    private final PasskeyDevice device = PasskeyDevice.at(ORIGIN, RELYING_PARTY);
    private PasskeyVerifier verifier;

    /** For the test of a verifier. */
    protected PasskeyVerifierContract() {}

    /**
     * Creates the verifier under test.
     *
     * @return the verifier
     */
    protected abstract PasskeyVerifier verifier();

    @BeforeEach
    final void createVerifier() {
        verifier = verifier();
    }

    @Test
    void tells_to_which_challenge_an_answer_answers() {
        assertThat(verifier.challenge(device.register(OPTIONS).clientDataJson()))
                .contains(CHALLENGE);
        assertThat(verifier.challenge(device.sign(OPTIONS).clientDataJson())).contains(CHALLENGE);
        for (String malformed :
                List.of("", "A", "not base64!", "e30", "bnVsbA", "W10", "\uD800", "A".repeat(1_000_000))) {
            assertThat(verifier.challenge(malformed)).as(malformed).isEmpty();
        }
    }

    private static Expected expecting(String challenge, String relyingParty, String origin) {
        return new Expected(challenge, relyingParty, Set.of(origin), true);
    }

    private NewPasskey registered(PasskeyDevice device) {
        return verifier.register(
                        device.register(OPTIONS), new Expected(CHALLENGE, RELYING_PARTY, Set.of(ORIGIN), false))
                .orElseThrow();
    }

    @Nested
    class Registration {

        @Test
        void tells_what_the_authenticator_has_made() {
            NewPasskey passkey =
                    verifier.register(device.register(OPTIONS), EXPECTED).orElseThrow();

            assertThat(passkey.credentialId()).matches("[A-Za-z0-9_-]{22}");
            assertThat(passkey.publicKey()).matches("[A-Za-z0-9_-]{100,110}");
            assertThat(passkey.use()).isEqualTo(new PasskeyUse(0, true, false, false));
            assertThat(passkey.aaguid()).isEqualTo(new UUID(0, 0));
            assertThat(passkey.use().backupEligible()).isFalse();
        }

        @Test
        void tells_that_a_passkey_is_synced() {
            NewPasskey passkey = registered(device.synced());

            assertThat(passkey.use().backupEligible()).isTrue();
            assertThat(passkey.use()).isEqualTo(new PasskeyUse(0, true, true, true));
        }

        @Test
        void is_for_one_challenge_origin_and_relying_party() {
            PasskeyRegistration answer = device.register(OPTIONS);

            assertThat(verifier.register(answer, expecting(OTHER_CHALLENGE, RELYING_PARTY, ORIGIN)))
                    .isEmpty();
            assertThat(verifier.register(answer, expecting(CHALLENGE, "example.com", ORIGIN)))
                    .isEmpty();
            assertThat(verifier.register(answer, expecting(CHALLENGE, RELYING_PARTY, "https://example.com")))
                    .isEmpty();
            assertThat(verifier.register(answer, EXPECTED)).isPresent();
        }

        @Test
        void takes_one_of_several_origins() {
            Expected several = new Expected(CHALLENGE, RELYING_PARTY, Set.of("https://example.org", ORIGIN), true);

            assertThat(verifier.register(device.register(OPTIONS), several)).isPresent();
        }

        @Test
        void may_ask_for_a_verified_user() {
            PasskeyDevice touched = device.withoutUserVerification();

            assertThat(verifier.register(touched.register(OPTIONS), EXPECTED)).isEmpty();
            assertThat(registered(touched).use().userVerified()).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "A", "AAAA", "not base64!", "e30", "o2NmbXRkbm9uZQ", "\uD800"})
        void refuses_what_is_malformed(String part) {
            PasskeyRegistration good = device.register(OPTIONS);

            assertThat(verifier.register(new PasskeyRegistration(part, good.attestationObject(), Set.of()), EXPECTED))
                    .isEmpty();
            assertThat(verifier.register(new PasskeyRegistration(good.clientDataJson(), part, Set.of()), EXPECTED))
                    .isEmpty();
        }

        @Test
        void refuses_what_is_far_too_long() {
            PasskeyRegistration good = device.register(OPTIONS);

            assertThat(verifier.register(
                            new PasskeyRegistration("A".repeat(1_000_000), good.attestationObject(), Set.of()),
                            EXPECTED))
                    .isEmpty();
        }

        @Test
        void is_no_authentication() {
            NewPasskey passkey = registered(device);
            PasskeyAssertion signed = device.sign(OPTIONS);
            PasskeyRegistration confused = new PasskeyRegistration(
                    signed.clientDataJson(), device.register(OPTIONS).attestationObject(), Set.of());

            assertThat(passkey).isNotNull();
            assertThat(verifier.register(confused, EXPECTED)).isEmpty();
        }
    }

    @Nested
    class Authentication {

        private NewPasskey passkey;

        @BeforeEach
        void register() {
            passkey = registered(device);
        }

        @Test
        void tells_what_the_authenticator_says() {
            device.sign(OPTIONS);

            assertThat(verifier.authenticate(device.sign(OPTIONS), passkey.publicKey(), EXPECTED))
                    .contains(new PasskeyUse(2, true, false, false));
        }

        @Test
        void leaves_the_counter_to_the_caller() {
            device.rewind(0);

            assertThat(verifier.authenticate(device.sign(OPTIONS), passkey.publicKey(), EXPECTED))
                    .contains(new PasskeyUse(1, true, false, false));
            device.rewind(0);
            assertThat(verifier.authenticate(device.sign(OPTIONS), passkey.publicKey(), EXPECTED))
                    .contains(new PasskeyUse(1, true, false, false));
        }

        @Test
        void is_for_one_challenge_origin_and_relying_party() {
            PasskeyAssertion answer = device.sign(OPTIONS);

            assertThat(verifier.authenticate(
                            answer, passkey.publicKey(), expecting(OTHER_CHALLENGE, RELYING_PARTY, ORIGIN)))
                    .isEmpty();
            assertThat(verifier.authenticate(answer, passkey.publicKey(), expecting(CHALLENGE, "example.com", ORIGIN)))
                    .isEmpty();
            assertThat(verifier.authenticate(
                            answer, passkey.publicKey(), expecting(CHALLENGE, RELYING_PARTY, "https://example.com")))
                    .isEmpty();
            assertThat(verifier.authenticate(answer, passkey.publicKey(), EXPECTED))
                    .isPresent();
        }

        @Test
        void needs_the_key_of_the_credential() {
            NewPasskey other = registered(PasskeyDevice.at(ORIGIN, RELYING_PARTY));

            assertThat(verifier.authenticate(device.sign(OPTIONS), other.publicKey(), EXPECTED))
                    .isEmpty();
        }

        @Test
        void may_ask_for_a_verified_user() {
            PasskeyDevice touched = device.withoutUserVerification();
            NewPasskey key = registered(touched);

            assertThat(verifier.authenticate(touched.sign(OPTIONS), key.publicKey(), EXPECTED))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"A", "AAAA", "not base64!", "e30", "\uD800"})
        void refuses_what_is_malformed(String part) {
            PasskeyAssertion good = device.sign(OPTIONS);

            assertThat(verifier.authenticate(
                            new PasskeyAssertion(
                                    good.credentialId(), part, good.authenticatorData(), good.signature(), ""),
                            passkey.publicKey(),
                            EXPECTED))
                    .isEmpty();
            assertThat(verifier.authenticate(
                            new PasskeyAssertion(
                                    good.credentialId(), good.clientDataJson(), part, good.signature(), ""),
                            passkey.publicKey(),
                            EXPECTED))
                    .isEmpty();
            assertThat(verifier.authenticate(
                            new PasskeyAssertion(
                                    good.credentialId(), good.clientDataJson(), good.authenticatorData(), part, ""),
                            passkey.publicKey(),
                            EXPECTED))
                    .isEmpty();
            assertThat(verifier.authenticate(good, part, EXPECTED)).isEmpty();
        }

        @Test
        void is_no_registration() {
            PasskeyAssertion good = device.sign(OPTIONS);
            PasskeyAssertion confused = new PasskeyAssertion(
                    good.credentialId(),
                    device.register(OPTIONS).clientDataJson(),
                    good.authenticatorData(),
                    good.signature(),
                    "");

            assertThat(verifier.authenticate(confused, passkey.publicKey(), EXPECTED))
                    .isEmpty();
        }
    }
}
