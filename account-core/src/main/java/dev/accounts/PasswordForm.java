package dev.accounts;

import org.jspecify.annotations.Nullable;

/** The form of a password: what any text must be, before it is judged as a secret. It is never trimmed. */
final class PasswordForm {

    static final String FIELD = "password";

    /** Bounds the cost of hashing. */
    static final int MAX_CODE_POINTS = 4096;

    private PasswordForm() {}

    /** Reports a password that is missing, blank, too long or no well-formed text. */
    static void check(Violations violations, String field, @Nullable CharSequence password) {
        if (TextForm.isPresent(violations, field, password) && password != null) {
            TextForm.check(violations, field, password, MAX_CODE_POINTS);
        }
    }

    /** Whether a password given at login may be hashed. */
    static boolean isUsable(@Nullable CharSequence password) {
        return password != null && !Texts.isLongerThan(password, MAX_CODE_POINTS) && Texts.isWellFormed(password);
    }
}
