package dev.accounts.testkit.contract.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.accounts.Accounts;
import dev.accounts.AccountsBuilder;
import dev.accounts.testkit.internal.AccountsFixture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A listener that vetoes every change from inside its transaction. */
record VetoingListener(AccountsFixture fixture) {

    /**
     * Makes a change on a node with this listener; the caller gets the listener's exception, and no other listener hears the
     * event.
     */
    void stop(UnaryOperator<AccountsBuilder> settings, Consumer<Accounts> change) {
        HostFailure failure = new HostFailure();
        Accounts accounts = settings.apply(fixture.builder())
                .listenInTransaction(event -> {
                    throw failure;
                })
                .build();
        fixture.heard();

        assertThat(catchThrowable(() -> change.accept(accounts))).isSameAs(failure);

        assertThat(fixture.heard()).isEmpty();
    }
}
