package dev.accounts.spi;

import dev.accounts.spi.factor.DerivedTokenStore;
import dev.accounts.spi.factor.PasskeyStore;
import dev.accounts.spi.factor.RecoveryCodeStore;
import dev.accounts.spi.factor.TotpStore;

/** Holds the stores of one account system, which share the same data. Thread-safe, and so is each store. */
public interface AccountStores extends UnitOfWork {

    /** {@return the store of users} */
    UserStore users();

    /** {@return the store of tokens} */
    TokenStore tokens();

    /** {@return the store of towns} */
    TownStore towns();

    /** {@return the store of groups and permissions, and of who has them} */
    RoleStore roles();

    /** {@return the store of one-time tokens} */
    OneTimeTokenStore oneTimeTokens();

    /** {@return the store of messages that wait for their delivery} */
    OutboxStore outbox();

    /** {@return the store that counts attempts} */
    AttemptStore attempts();

    /** {@return the store of the sources from which users have logged in} */
    KnownSourceStore knownSources();

    /** {@return the store of tokens that derive from sessions} */
    DerivedTokenStore derivedTokens();

    /** {@return the store of the seeds of one-time codes} */
    TotpStore totp();

    /** {@return the store of recovery codes} */
    RecoveryCodeStore recoveryCodes();

    /** {@return the store of passkeys} */
    PasskeyStore passkeys();
}
