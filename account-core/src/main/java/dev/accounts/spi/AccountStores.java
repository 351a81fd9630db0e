package dev.accounts.spi;

/** The stores of one account system, over the same data. Thread-safe, and so is each store. */
public interface AccountStores extends UnitOfWork {

    /**
     * Where users are kept.
     *
     * @return the store of users
     */
    UserStore users();

    /**
     * Where tokens are kept.
     *
     * @return the store of tokens
     */
    TokenStore tokens();

    /**
     * Where towns are kept.
     *
     * @return the store of towns
     */
    TownStore towns();

    /**
     * Where groups and permissions are kept, and who has them.
     *
     * @return the store of roles
     */
    RoleStore roles();

    /**
     * Where the tokens of mailed links are kept.
     *
     * @return the store of one-time tokens
     */
    OneTimeTokenStore oneTimeTokens();

    /**
     * Where messages wait for their delivery.
     *
     * @return the store of notices
     */
    OutboxStore outbox();

    /**
     * Where failed attempts are counted.
     *
     * @return the store of attempts
     */
    AttemptStore attempts();
}
