package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.spi.StoredUser;
import dev.accounts.testkit.internal.Race;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A login must not outlive what should have prevented it. */
abstract class TokenChangeRaceCases {

    private static final int RUNNERS = 32;

    private final StoreFixture fixture;

    TokenChangeRaceCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    /** A login can be a change of its own, so that others may have to read again. */
    private boolean changed(long id, UnaryOperator<StoredUser> change) {
        boolean done = false;
        while (!done) {
            done = fixture.stores()
                    .atomically(() -> fixture.stores().users().replace(change.apply(fixture.read(id)))
                            && fixture.stores().tokens().endAll(id, Optional.empty()) >= 0);
        }
        return true;
    }

    private void assertNoneOutlives(UnaryOperator<StoredUser> change) {
        long id = fixture.inserted("ana");

        List<Boolean> answers = Race.of(
                RUNNERS,
                i -> i == RUNNERS / 2 ? changed(id, change) : fixture.issue(fixture.token("token" + i, id, JOINED)));

        assertThat(answers.get(RUNNERS / 2)).isTrue();
        assertThat(fixture.stores().tokens().list(id)).isEmpty();
        assertThat(IntStream.range(0, RUNNERS).filter(i -> fixture.isStored("token" + i)))
                .isEmpty();
    }

    @Test
    void no_login_outlives_a_change_of_password() {
        assertNoneOutlives(user -> user.withPasswordHash("another hash"));
    }

    @Test
    void no_login_outlives_a_deactivation() {
        assertNoneOutlives(user -> user.withFlags(new StoredUser.Flags(false, false, false)));
    }
}
