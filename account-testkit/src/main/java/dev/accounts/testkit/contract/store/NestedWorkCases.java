package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.accounts.model.BadCredentialsException;
import dev.accounts.spi.AccountStores;
import org.junit.jupiter.api.Test;

abstract class NestedWorkCases {

    private final StoreFixture fixture;

    NestedWorkCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private AccountStores stores() {
        return fixture.stores();
    }

    @Test
    void inner_work_sees_what_the_outer_did_and_the_outer_what_the_inner_did() {
        long id = stores().atomically(() -> {
            long ana = fixture.inserted("ana");
            stores().atomically(() -> {
                fixture.flag(ana, true, true, false);
                return fixture.issue(fixture.token("token", ana, JOINED));
            });
            assertThat(fixture.isStored("token")).isTrue();
            return ana;
        });

        assertThat(fixture.user(id).staff()).isTrue();
        assertThat(fixture.isStored("token")).isTrue();
    }

    @Test
    void inner_work_is_undone_with_the_outer() {
        BadCredentialsException refusal = new BadCredentialsException();

        assertThat(catchThrowable(() -> stores().atomically(() -> {
                    fixture.inserted("ana");
                    stores().atomically(() -> fixture.inserted("bob"));
                    throw refusal;
                })))
                .isSameAs(refusal);

        assertThat(fixture.credentials("ana")).isEmpty();
        assertThat(fixture.credentials("bob")).isEmpty();
    }

    @Test
    void outer_work_is_undone_by_what_the_inner_throws_through_it() {
        BadCredentialsException refusal = new BadCredentialsException();

        assertThat(catchThrowable(() -> stores().atomically(() -> {
                    fixture.inserted("ana");
                    return stores().atomically(() -> {
                        fixture.inserted("bob");
                        throw refusal;
                    });
                })))
                .isSameAs(refusal);

        assertThat(fixture.credentials("ana")).isEmpty();
        assertThat(fixture.credentials("bob")).isEmpty();
    }

    @Test
    void works_within_works_within_works_are_one() {
        BadCredentialsException refusal = new BadCredentialsException();

        assertThat(catchThrowable(() -> stores().atomically(() -> {
                    stores().atomically(() -> stores().atomically(() -> fixture.inserted("ana")));
                    stores().atomically(() -> fixture.inserted("bob"));
                    throw refusal;
                })))
                .isSameAs(refusal);

        assertThat(fixture.credentials("ana")).isEmpty();
        assertThat(fixture.credentials("bob")).isEmpty();
    }

    @Test
    void work_that_is_undone_does_not_touch_what_was_done_before_it() {
        stores().atomically(() -> fixture.inserted("ana"));

        assertThat(catchThrowable(() -> stores().atomically(() -> {
                    fixture.inserted("bob");
                    throw new BadCredentialsException();
                })))
                .isInstanceOf(BadCredentialsException.class);

        assertThat(fixture.credentials("ana")).isPresent();
        assertThat(fixture.credentials("bob")).isEmpty();
    }
}
