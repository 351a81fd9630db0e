package dev.accounts.model.factor;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The factors that an account has besides its password.
 *
 * @param totpSince when the owner enrolled an app for one-time codes; empty without an app
 * @param passkeys the passkeys, the oldest first
 * @param recoveryCodesLeft how many recovery codes are unused
 */
public record EnrolledFactors(Optional<Instant> totpSince, List<Passkey> passkeys, int recoveryCodesLeft) {

    /**
     * Copies the passkeys.
     *
     * @throws NullPointerException if a component or a passkey is null
     */
    public EnrolledFactors {
        requireNonNull(totpSince, "totpSince");
        requireNonNull(passkeys, "passkeys").forEach(element -> requireNonNull(element, "passkeys"));
        passkeys = List.copyOf(passkeys);
    }

    /** {@return the methods that complete a login} */
    public Set<AuthenticationMethod> methods() {
        EnumSet<AuthenticationMethod> methods = EnumSet.noneOf(AuthenticationMethod.class);
        if (totpSince.isPresent()) {
            methods.add(AuthenticationMethod.TOTP);
        }
        if (!passkeys.isEmpty()) {
            methods.add(AuthenticationMethod.PASSKEY);
        }
        if (recoveryCodesLeft > 0) {
            methods.add(AuthenticationMethod.RECOVERY_CODE);
        }
        return methods;
    }
}
