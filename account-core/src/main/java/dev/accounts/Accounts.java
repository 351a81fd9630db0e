package dev.accounts;

import dev.accounts.model.ViolationMessages;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.service.AccountService;
import dev.accounts.spi.AccountStores;
import org.jspecify.annotations.Nullable;

/**
 * Assembles one account system: {@code Accounts accounts = Accounts.over(stores);}. Thread-safe; one instance serves a
 * whole application.
 *
 * <p>The system is assembled once, so that its three interfaces share one hasher and one bound on simultaneous hashes.
 */
public final class Accounts {

    private final AccountService service;
    private final AccountAdministration administration;
    private final AccountMaintenance maintenance;
    private final ViolationMessages messages;

    Accounts(
            AccountService service,
            AccountAdministration administration,
            AccountMaintenance maintenance,
            ViolationMessages messages) {
        this.service = service;
        this.administration = administration;
        this.maintenance = maintenance;
        this.messages = messages;
    }

    /**
     * Assembles an account system with every default.
     *
     * @param stores the stores of the accounts; the host closes them
     * @return the account system
     * @throws NullPointerException if {@code stores} is null
     * @throws IllegalStateException if Argon2 cannot run on this machine; the message says what to do
     */
    public static Accounts over(AccountStores stores) {
        return builder(stores).build();
    }

    /**
     * Starts an account system with settings.
     *
     * @param stores the stores of the accounts; the host closes them
     * @return a builder that holds every default
     * @throws NullPointerException if {@code stores} is null
     */
    public static AccountsBuilder builder(AccountStores stores) {
        return new DefaultAccountsBuilder(stores);
    }

    /**
     * Returns what a person does with an account.
     *
     * @return the service
     */
    public AccountService service() {
        return service;
    }

    /**
     * Returns what staff do with the accounts of others.
     *
     * @return the administration
     */
    public AccountAdministration administration() {
        return administration;
    }

    /**
     * Returns what the host's scheduler does.
     *
     * @return the maintenance
     */
    public AccountMaintenance maintenance() {
        return maintenance;
    }

    /**
     * Returns the texts of violations that the builder was given.
     *
     * @return the texts
     */
    public ViolationMessages messages() {
        return messages;
    }

    /**
     * Returns the same account system for calls from one source. Failed attempts are counted for the source, and events
     * name it.
     *
     * @param source a key such as the client's address, cut to 200 characters; null if it is not known
     * @return an account system over the same accounts
     */
    public Accounts from(@Nullable String source) {
        return new Accounts(service.from(source), administration.from(source), maintenance, messages);
    }
}
