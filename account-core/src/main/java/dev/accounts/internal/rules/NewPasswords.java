package dev.accounts.internal.rules;

import dev.accounts.internal.text.EmailAddress;
import dev.accounts.internal.text.Username;
import dev.accounts.internal.text.Violations;
import dev.accounts.model.InvalidInputException;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks and hashes a password that replaces another. */
public record NewPasswords(PasswordRules rules, PasswordHasher hasher, UserStore users) {

    public static final String FIELD = "new_password";

    /**
     * Hashes a new password.
     *
     * @throws InvalidInputException if the password breaks a rule
     */
    public String hash(StoredUser user, @Nullable CharSequence password) {
        Violations violations = new Violations(rules.messages(), List.of(FIELD));
        PasswordForm.check(violations, FIELD, password);
        violations.throwIfAny();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(Username.FIELD, user.username());
        users.find(user.id()).ifPresent(shown -> {
            attributes.put("first_name", shown.firstName());
            attributes.put("last_name", shown.lastName());
        });
        attributes.put(EmailAddress.FIELD, user.email().address());
        CharSequence given = password == null ? "" : password;
        rules.check(violations, FIELD, given, attributes);
        violations.throwIfAny();
        return hasher.hash(given);
    }
}
