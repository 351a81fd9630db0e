package dev.accounts.model.factor;

import org.jspecify.annotations.Nullable;

/**
 * What an owner presents to prove to be the owner. A missing value is refused as a field that is required. {@code toString} prints no
 * value.
 */
public sealed interface Proof {

    /** {@return how the owner proves it} */
    AuthenticationMethod method();

    /**
     * Creates the proof of an owner who knows the password.
     *
     * @param value the password; null if none was given
     * @return the proof
     */
    static Proof password(@Nullable CharSequence value) {
        return new Password(value);
    }

    /**
     * Creates the proof of an owner whose app has the seed.
     *
     * @param code the six digits that the app shows, with or without a space; null if none were given
     * @return the proof
     */
    static Proof totp(@Nullable String code) {
        return new Totp(code);
    }

    /**
     * Creates the proof of an owner who kept the recovery codes.
     *
     * @param code one of the codes, in any case, with or without hyphens; null if none was given
     * @return the proof
     */
    static Proof recoveryCode(@Nullable String code) {
        return new RecoveryCode(code);
    }

    /**
     * Creates the proof of an owner whose authenticator holds a passkey.
     *
     * @param answer what the browser answered to the options of a login or a confirmation; null if nothing was given
     * @return the proof
     */
    static Proof passkey(@Nullable PasskeyAssertion answer) {
        return new Passkey(answer);
    }

    /**
     * The password of the account.
     *
     * @param value the password; null if none was given
     */
    record Password(@Nullable CharSequence value) implements Proof {

        @Override
        public AuthenticationMethod method() {
            return AuthenticationMethod.PASSWORD;
        }

        @Override
        public String toString() {
            return "Password[***]";
        }
    }

    /**
     * A one-time code of an app (RFC 6238).
     *
     * @param code the digits; null if none were given
     */
    record Totp(@Nullable String code) implements Proof {

        @Override
        public AuthenticationMethod method() {
            return AuthenticationMethod.TOTP;
        }

        @Override
        public String toString() {
            return "Totp[***]";
        }
    }

    /**
     * A recovery code.
     *
     * @param code the code; null if none was given
     */
    record RecoveryCode(@Nullable String code) implements Proof {

        @Override
        public AuthenticationMethod method() {
            return AuthenticationMethod.RECOVERY_CODE;
        }

        @Override
        public String toString() {
            return "RecoveryCode[***]";
        }
    }

    /**
     * What an authenticator has signed.
     *
     * @param answer the answer of the browser; null if none was given
     */
    record Passkey(@Nullable PasskeyAssertion answer) implements Proof {

        @Override
        public AuthenticationMethod method() {
            return AuthenticationMethod.PASSKEY;
        }

        @Override
        public String toString() {
            return "Passkey[***]";
        }
    }
}
