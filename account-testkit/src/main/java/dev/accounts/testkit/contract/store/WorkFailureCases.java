package dev.accounts.testkit.contract.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.StorageException;
import dev.accounts.spi.AccountStores;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

abstract class WorkFailureCases {

    private final StoreFixture fixture;

    WorkFailureCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private AccountStores stores() {
        return fixture.stores();
    }

    static Stream<Throwable> whatever_can_be_thrown() {
        return Stream.of(
                new IllegalStateException("a host's own"),
                new BadCredentialsException(),
                new StorageException(StorageException.Outcome.UNKNOWN, new IllegalStateException("another store")),
                new AssertionError("an error"),
                new Exception("checked, thrown sneakily"));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneakily(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @ParameterizedTest
    @MethodSource("whatever_can_be_thrown")
    void lets_out_what_was_thrown_as_it_is(Throwable thrown) {
        assertThat(catchThrowable(() -> stores().atomically(() -> {
                    fixture.inserted("ana");
                    throw WorkFailureCases.<RuntimeException>sneakily(thrown);
                })))
                .isSameAs(thrown);
        assertThat(catchThrowable(() -> stores().apart(() -> {
                    fixture.inserted("bob");
                    throw WorkFailureCases.<RuntimeException>sneakily(thrown);
                })))
                .isSameAs(thrown);

        assertThat(fixture.credentials("ana")).isEmpty();
        assertThat(fixture.credentials("bob")).isEmpty();
    }
}
