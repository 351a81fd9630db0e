package dev.accounts.testkit;

import dev.accounts.password.Argon2idHasher;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.testkit.contract.store.PasswordHasherContract;
import java.time.Duration;

class Argon2idHasherTest extends PasswordHasherContract {

    /** For a machine that is busy with other things. */
    private static final Duration LONG = Duration.ofMinutes(2);

    private final PasswordHasher hasher = Argon2idHasher.builder().maxWait(LONG).build();
    private final PasswordHasher stronger =
            Argon2idHasher.builder().memoryKib(2 * 19 * 1024).maxWait(LONG).build();

    @Override
    protected PasswordHasher hasher() {
        return hasher;
    }

    @Override
    protected PasswordHasher stronger() {
        return stronger;
    }
}
