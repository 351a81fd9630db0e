package dev.accounts;

import dev.accounts.model.ViolationMessages;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.spi.TokenSource;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a host has set so far, and the defaults of what it has not. Not thread-safe. */
final class AccountSettings {

    private static final Duration LONGEST_TURN = Duration.ofSeconds(30);

    final AccountStores stores;
    Optional<PasswordHasher> hasher = Optional.empty();
    TokenSource tokenSource = TokenSource.secureRandom();
    InstantSource clock = Clock.systemUTC();
    TokenPolicy tokens = TokenPolicy.defaults();
    PasswordPolicy passwords = PasswordPolicy.defaults();
    EmailPolicy emails = EmailPolicy.defaults();
    Optional<ThrottlePolicy> throttle = Optional.of(ThrottlePolicy.defaults());
    Optional<ThrottlePolicy> sourceThrottle = Optional.empty();
    UserVisibility visibility = UserVisibility.EVERYONE;
    ViolationMessages messages = ViolationMessages.english();
    Optional<PromptDelivery> promptly = Optional.empty();
    Optional<AuditTrail> audit = Optional.empty();
    final Turns turns = new Turns(LONGEST_TURN);
    final List<AccountListener> inside = new ArrayList<>();
    final List<AccountListener> after = new ArrayList<>();
    final List<PersonalData> personalData = new ArrayList<>();

    AccountSettings(AccountStores stores) {
        this.stores = stores;
    }

    /** The default is made once, and only if it is needed: it loads native code and bounds the memory of all faces. */
    PasswordHasher hasher() {
        PasswordHasher chosen = hasher.orElseGet(Argon2idHasher::withDefaults);
        hasher = Optional.of(chosen);
        return chosen;
    }
}
