package dev.accounts.testkit.contract.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.accounts.Accounts;
import dev.accounts.AccountsBuilder;
import dev.accounts.testkit.internal.AccountsFixture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Stops changes by a listener in their transaction. */
record VetoingListener(AccountsFixture fixture) {

    /** Tries a change at a system whose listener does not want it; what it throws comes out, and no other listener hears. */
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
