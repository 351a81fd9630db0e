package dev.accounts.testkit.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.User;
import dev.accounts.model.UserSearch;
import dev.accounts.spi.Claim;
import dev.accounts.spi.NewUser;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

abstract class UserSearchKeyCases {

    private final StoreFixture fixture;

    UserSearchKeyCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private String name(String ending) {
        return fixture.unique("") + ending;
    }

    private long withUsername(String ending) {
        return fixture.inserted(fixture.newUser(fixture.usernameClaim(name(ending))));
    }

    private long withEmail(String ending) {
        return fixture.inserted(
                fixture.newUser(Claim.of(Optional.of(fixture.unique(ending)), Optional.of(name(ending)), List.of())));
    }

    private List<Long> found(String prefix) {
        return fixture.stores().users().search(UserSearch.all().prefix(name(prefix))).stream()
                .map(User::id)
                .toList();
    }

    /** Characters that mean something else in the patterns of one language or another. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%", "_", "\\", "\\%", "\\_", "\\\\", "!", "!%", "|", "|%", "^", "^_", "[a-z]", "[", "]", "*", "?", ".",
                "'", "''", "\"", "#", "$", "{", "~"
            })
    void takes_every_character_literally(String text) {
        withUsername("xyz");
        withUsername("yz");
        long username = withUsername(text + "z");
        long email = withEmail(text + "@x");

        assertThat(found(text)).containsExactly(username, email);
    }

    @ParameterizedTest
    @FieldSource("dev.accounts.testkit.contract.store.UserKeyCases#PAIRS")
    void compares_beginnings_exactly(List<String> pair) {
        String one = pair.get(0) + "b";
        String other = pair.get(1) + "b";
        long username = withUsername(one + "z");
        long email = withEmail(one + "@x");

        assertThat(found(other)).isEmpty();
        assertThat(found(one)).containsExactly(username, email);
    }

    @Test
    void compares_keys_and_not_display_forms() {
        Claim claim = Claim.of(Optional.of(name("ana")), Optional.of(name("eve@x")), List.of());
        long id = fixture.inserted(
                new NewUser(name("ANA"), name("EVE@x"), claim, StoreFixture.HASH, StoreFixture.JOINED));

        assertThat(found("an")).containsExactly(id);
        assertThat(found("ev")).containsExactly(id);
        assertThat(found("AN")).isEmpty();
        assertThat(found("EV")).isEmpty();
    }
}
