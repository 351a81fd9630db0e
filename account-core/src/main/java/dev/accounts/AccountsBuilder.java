package dev.accounts;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.account.DataExport;
import dev.accounts.internal.event.AuditTrail;
import dev.accounts.internal.message.PromptDelivery;
import dev.accounts.internal.service.AccountAssembly;
import dev.accounts.internal.service.AccountSettings;
import dev.accounts.model.ViolationMessages;
import dev.accounts.password.Argon2idHasher;
import dev.accounts.policy.AuditPolicy;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.policy.PasswordPolicy;
import dev.accounts.policy.ThrottlePolicy;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.policy.UserVisibility;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.service.AccountService;
import dev.accounts.spi.AccountListener;
import dev.accounts.spi.AccountNotifier;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.AuditStore;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.spi.PersonalData;
import dev.accounts.spi.TokenSource;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Builds account systems; the one place that holds the defaults. Not thread-safe. It may build more than once: what it builds
 * shares one hasher, so that the bound on simultaneous hashes holds for all of it.
 */
public final class AccountsBuilder {

    private final AccountSettings settings;

    public AccountsBuilder(AccountStores stores) {
        this.settings = new AccountSettings(requireNonNull(stores, "stores"));
    }

    /**
     * How passwords are hashed. Default: {@link Argon2idHasher} with its own defaults.
     *
     * @param value the hasher
     * @return this builder
     */
    public AccountsBuilder passwordHasher(PasswordHasher value) {
        settings.hasher = Optional.of(requireNonNull(value, "passwordHasher"));
        return this;
    }

    /**
     * Where token values come from. Default: 160 bits of {@link java.security.SecureRandom}.
     *
     * @param value the source
     * @return this builder
     */
    public AccountsBuilder tokenSource(TokenSource value) {
        settings.tokenSource = requireNonNull(value, "tokenSource");
        return this;
    }

    /**
     * What time it is. Default: the system's clock.
     *
     * @param value the clock
     * @return this builder
     */
    public AccountsBuilder clock(InstantSource value) {
        settings.clock = requireNonNull(value, "clock");
        return this;
    }

    /**
     * How long tokens live, and how many. Default: {@link TokenPolicy#defaults()}.
     *
     * @param value the policy
     * @return this builder
     */
    public AccountsBuilder tokens(TokenPolicy value) {
        settings.tokens = requireNonNull(value, "tokens");
        return this;
    }

    /**
     * What makes a new password acceptable. Default: {@link PasswordPolicy#defaults()}.
     *
     * @param value the policy
     * @return this builder
     */
    public AccountsBuilder passwords(PasswordPolicy value) {
        settings.passwords = requireNonNull(value, "passwords");
        return this;
    }

    /**
     * What an address is needed for. Default: {@link EmailPolicy#defaults()}.
     *
     * @param value the policy
     * @return this builder
     */
    public AccountsBuilder emails(EmailPolicy value) {
        settings.emails = requireNonNull(value, "emails");
        return this;
    }

    /**
     * How failed attempts for one name slow down the next. Default: {@link ThrottlePolicy#defaults()}.
     *
     * @param value the policy
     * @return this builder
     */
    public AccountsBuilder throttle(ThrottlePolicy value) {
        settings.throttle = Optional.of(requireNonNull(value, "throttle"));
        return this;
    }

    /**
     * Lets any number of attempts fail for one name: for hosts that limit them by other means.
     *
     * @return this builder
     */
    public AccountsBuilder withoutThrottle() {
        settings.throttle = Optional.empty();
        return this;
    }

    /**
     * How failed attempts from one source slow down the next, whatever the name. Default: not at all. A source is what
     * {@link AccountService#from} is given; many people may share one, so let more attempts fail than for a name.
     *
     * @param value the policy
     * @return this builder
     */
    public AccountsBuilder sourceThrottle(ThrottlePolicy value) {
        settings.sourceThrottle = Optional.of(requireNonNull(value, "sourceThrottle"));
        return this;
    }

    /**
     * Who may see whom. Default: {@link UserVisibility#EVERYONE}.
     *
     * @param value the policy
     * @return this builder
     */
    public AccountsBuilder userVisibility(UserVisibility value) {
        settings.visibility = requireNonNull(value, "userVisibility");
        return this;
    }

    /**
     * How violations are worded. Default: {@link ViolationMessages#english()}.
     *
     * @param value the texts
     * @return this builder
     */
    public AccountsBuilder messages(ViolationMessages value) {
        settings.messages = requireNonNull(value, "messages");
        return this;
    }

    /**
     * Has messages delivered right after the commit that asked for them, besides {@link AccountMaintenance#deliver}, which
     * a host calls all the same for those that failed. Default: not.
     *
     * @param notifier how the host tells people something
     * @param executor where that is done; on the calling thread it would show by its time whether an address is known
     * @return this builder
     */
    public AccountsBuilder deliverAfterCommit(AccountNotifier notifier, Executor executor) {
        settings.promptly = Optional.of(
                new PromptDelivery(requireNonNull(notifier, "notifier"), requireNonNull(executor, "executor")));
        return this;
    }

    /**
     * Adds a listener that hears of changes in their transaction: what it throws undoes the change and comes out as it is.
     * Refusals it hears of in a transaction of their own, and cannot stop. Where the stores have transactions of their own
     * ({@code JpaAccountStores.over}, {@code sharing}), what the listener writes to the host's tables commits by itself, and
     * it may hear up to three times of one change, if the database undid the first attempts.
     *
     * @param listener the listener
     * @return this builder
     */
    public AccountsBuilder listenInTransaction(AccountListener listener) {
        settings.inside.add(requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * Adds a listener that hears of changes once they are committed, and of refusals at once: what it throws is logged and
     * hurts nobody. In a transaction of the host it takes a second connection if it uses the database after the commit.
     *
     * @param listener the listener
     * @return this builder
     */
    public AccountsBuilder listenAfterCommit(AccountListener listener) {
        settings.after.add(requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * Keeps events but for {@link dev.accounts.model.AccountEvent.Throttled} in an append-only table (OWASP ASVS 5.0, 16.2 and
     * 16.3). Default: not.
     *
     * @param store the table, which the stores have
     * @param policy what is kept, and for how long
     * @return this builder
     */
    public AccountsBuilder audit(AuditStore store, AuditPolicy policy) {
        settings.audit = Optional.of(new AuditTrail(requireNonNull(store, "store"), requireNonNull(policy, "policy")));
        return this;
    }

    /**
     * Adds what the host keeps about a person to export and deletion; {@link PersonalData} says in which transaction.
     *
     * @param data the host's data
     * @return this builder
     * @throws IllegalArgumentException if its name is {@code account}, {@code sessions}, {@code events} or that of data added before
     */
    public AccountsBuilder personalData(PersonalData data) {
        settings.personalData.add(DataExport.requireOwnName(requireNonNull(data, "data"), settings.personalData));
        return this;
    }

    /**
     * Assembles the account system.
     *
     * @return a thread-safe account system
     * @throws IllegalStateException if no hasher was given and Argon2 cannot run on this machine; the message says what to do
     */
    public Accounts build() {
        AccountAssembly assembly = new AccountAssembly(settings);
        return new Accounts(assembly.service(), assembly.administration(), assembly.maintenance(), settings.messages);
    }
}
