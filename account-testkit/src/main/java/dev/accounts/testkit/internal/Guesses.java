package dev.accounts.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.service.AccountService;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Guesses passwords and checks the refusals. */
public record Guesses(AccountService service) {

    /** Makes guesses that are judged and refused as wrong. */
    public void wrong(String name, int times) {
        for (int i = 0; i < times; i++) {
            judgedWrong(name, AccountsFixture.WRONG_PASSWORD);
        }
    }

    /** Makes a guess that is judged and refused as wrong. */
    public void judgedWrong(String name, String password) {
        assertThat(catchThrowableOfType(RuntimeException.class, () -> service.login(name, password)))
                .isInstanceOf(BadCredentialsException.class);
    }

    /** Makes a guess that is throttled; returns the time to wait. */
    public Duration refused(String name) {
        return refused(() -> service.login(name, AccountsFixture.WRONG_PASSWORD));
    }

    public static Duration refused(ThrowingCallable guess) {
        RuntimeException refusal = catchThrowableOfType(RuntimeException.class, guess);
        assertThat(refusal).isInstanceOf(TooManyAttemptsException.class);
        return ((TooManyAttemptsException) refusal).retryAfter();
    }
}
