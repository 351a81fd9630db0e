package dev.accounts.spring;

import dev.accounts.AccountsBuilder;

/** Sets what no property sets, such as a listener that takes part in transactions. A bean of the host. */
@FunctionalInterface
public interface AccountsCustomizer {

    /**
     * Changes the settings, after all others.
     *
     * @param builder the settings so far
     * @return the builder
     */
    AccountsBuilder customize(AccountsBuilder builder);
}
