package dev.accounts.testkit.internal;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accounts.model.AccountException;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.Registration;
import dev.accounts.model.StorageException;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.service.AccountService;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Reads the reason out of a refused call, in a form that is easy to compare. */
public final class Refusals {

    /** Texts that are no live token. */
    public static final List<String> NO_TOKENS = List.of(
            " ",
            "\0",
            "token",
            "Token 0123456789012345678901234567890123456789",
            "0123456789012345678901234567890123456789",
            "012345678901234567890123456789012345678",
            "01234567890123456789012345678901234567890",
            "g123456789012345678901234567890123456789",
            "٠123456789012345678901234567890123456789",
            "012345678901234567890123456789012345678\n",
            "' or '1' = '1",
            "\uD800",
            "a".repeat(1_000_000));

    private Refusals() {}

    /** The violations for which the call is refused, each as {@code field: code}. */
    public static List<String> violations(ThrowingCallable call) {
        InvalidInputException refusal = catchThrowableOfType(InvalidInputException.class, call);
        if (refusal == null) {
            throw new AssertionError("not refused");
        }
        return codes(refusal);
    }

    /** The violations for which a registration is refused, each as {@code field: code}. */
    public static List<String> violations(AccountService service, Registration registration) {
        return violations(() -> service.register(registration));
    }

    /** The violations of a refusal, each as {@code field: code}. */
    public static List<String> codes(InvalidInputException refusal) {
        return refusal.violations().stream()
                .map(violation -> violation.field() + ": " + violation.code())
                .toList();
    }

    /** The reason for which the call does not accept its token. */
    public static NotAuthenticatedException.Reason reason(ThrowingCallable call) {
        NotAuthenticatedException refusal = catchThrowableOfType(NotAuthenticatedException.class, call);
        if (refusal == null) {
            throw new AssertionError("not refused");
        }
        return refusal.reason();
    }

    /** Whether a call is not refused. Rethrows a failure of the store. */
    public static boolean isMade(Supplier<?> call) {
        try {
            return call.get() != null;
        } catch (StorageException failed) {
            throw failed;
        } catch (AccountException refused) {
            return false;
        }
    }

    /** Whether a login is refused for its credentials, and not because too many failed before. */
    public static boolean isRefusedByCredentials(Supplier<?> login) {
        try {
            throw new AssertionError("not refused: " + login.get());
        } catch (BadCredentialsException refused) {
            return true;
        } catch (TooManyAttemptsException waits) {
            return false;
        }
    }
}
