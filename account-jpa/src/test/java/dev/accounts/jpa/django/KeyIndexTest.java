package dev.accounts.jpa.django;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyIndexTest {

    private final KeyIndex index = new KeyIndex();

    @Test
    void finds_all_who_may_have_a_key() {
        index.add("ann", 1);
        index.add("bea", 2);
        index.add("ann", 3);

        assertThat(index.candidates("ann")).containsExactlyInAnyOrder(1L, 3L);
        assertThat(index.candidates("bea")).containsExactly(2L);
        assertThat(index.candidates("cid")).isEmpty();
    }

    @Test
    void finds_each_of_many_after_growing() {
        for (long id = 1; id <= 10_000; id++) {
            index.add("user" + id, id);
        }

        for (long id = 1; id <= 10_000; id++) {
            assertThat(index.candidates("user" + id)).containsExactly(id);
        }
        assertThat(index.candidates("user0")).isEmpty();
    }
}
