package dev.accounts.internal.rules;

import dev.accounts.internal.text.TextForm;
import dev.accounts.internal.text.Texts;
import dev.accounts.internal.text.Violations;
import org.jspecify.annotations.Nullable;

/** Checks the form of passwords, before {@link PasswordRules} checks their strength. A password is never trimmed. */
public final class PasswordForm {

    public static final String FIELD = "password";

    /** The longest password. The limit bounds the cost of hashing. */
    public static final int MAX_CODE_POINTS = 4096;

    private PasswordForm() {}

    /** Reports a password that is missing, blank, too long or malformed. */
    public static void check(Violations violations, String field, @Nullable CharSequence password) {
        if (TextForm.isPresent(violations, field, password) && password != null) {
            TextForm.check(violations, field, password, MAX_CODE_POINTS);
        }
    }

    /** Whether a password that was typed at a login may be hashed. */
    public static boolean isUsable(@Nullable CharSequence password) {
        return password != null && !Texts.isLongerThan(password, MAX_CODE_POINTS) && Texts.isWellFormed(password);
    }
}
