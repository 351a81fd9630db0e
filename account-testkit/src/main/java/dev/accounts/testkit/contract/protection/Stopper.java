package dev.accounts.testkit.contract.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.accounts.AccountServiceBuilder;
import dev.accounts.testkit.internal.Faces;
import dev.accounts.testkit.internal.GuardFixture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Stops changes by a listener in their transaction. */
record Stopper(GuardFixture fixture) {

    /** Tries a change at a system whose listener does not want it; what it throws comes out, and no other listener hears. */
    void stop(UnaryOperator<AccountServiceBuilder> settings, Consumer<Faces> change) {
        HostFailure failure = new HostFailure();
        Faces faces = Faces.of(settings.apply(fixture.builder()).listenInTransaction(event -> {
            throw failure;
        }));
        fixture.heard();

        assertThat(catchThrowable(() -> change.accept(faces))).isSameAs(failure);

        assertThat(fixture.heard()).isEmpty();
    }
}
