package dev.accounts.testkit.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.User;
import dev.accounts.spi.Claim;
import dev.accounts.spi.Conflicts;
import dev.accounts.spi.NewUser;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

abstract class UserKeyCases {

    /** Texts that one collation or another takes for equal. */
    static final List<List<String>> PAIRS = List.of(
            List.of("ana", "Ana"),
            List.of("ana", "ána"),
            List.of("á", "a\u0301"),
            List.of("strasse", "straße"),
            List.of("i", "ı"),
            List.of("I", "İ"),
            List.of("ana", "ana "),
            List.of("ana", " ana"),
            List.of("ana", "ana\u200D"),
            List.of("ana", "ａｎａ"),
            List.of("fi", "ﬁ"),
            List.of("k", "\u212A"),
            List.of("σ", "ς"),
            List.of("あ", "ア"),
            List.of("は", "ば"),
            List.of("е", "ё"),
            List.of("a-b", "ab"),
            List.of("a_b", "a%b"),
            List.of("\\", "\\\\"),
            List.of("1", "１"),
            List.of("\uD83D\uDE00", "\uD83D\uDE01"),
            List.of("\uD840\uDC00", "\uD840\uDC01"));

    private final StoreFixture fixture;

    UserKeyCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    /** Puts the difference at both ends, since some comparisons ignore only one of them. */
    private String key(String text) {
        return text + fixture.unique("") + text;
    }

    @ParameterizedTest
    @FieldSource("PAIRS")
    void tells_usernames_apart(List<String> pair) {
        String one = key(pair.get(0));
        String other = key(pair.get(1));
        long first = fixture.inserted(fixture.newUser(fixture.usernameClaim(one)));

        assertThat(fixture.stores().users().read(UserKey.username(other))).isEmpty();
        assertThat(fixture.stores().users().conflicts(fixture.usernameClaim(other)))
                .isEqualTo(Conflicts.none());
        long second = fixture.inserted(fixture.newUser(fixture.usernameClaim(other)));
        assertThat(fixture.stores().users().read(UserKey.username(one)))
                .map(StoredUser::id)
                .contains(first);
        assertThat(fixture.stores().users().read(UserKey.username(other)))
                .map(StoredUser::id)
                .contains(second);
    }

    @ParameterizedTest
    @FieldSource("PAIRS")
    void tells_emails_apart(List<String> pair) {
        fixture.inserted(fixture.newUser(withEmail("ana", key(pair.get(0)))));
        Claim other = withEmail("bob", key(pair.get(1)));

        assertThat(fixture.stores().users().conflicts(other)).isEqualTo(Conflicts.none());
        assertThat(fixture.user(fixture.inserted(fixture.newUser(other))).email())
                .isEqualTo(key(pair.get(1)));
    }

    private Claim withEmail(String name, String emailKey) {
        return Claim.of(Optional.of(fixture.unique(name)), Optional.of(emailKey), List.of());
    }

    /** Letters of four bytes each; a fold can make a key twice as long as its name. */
    @Test
    void keeps_the_longest_names_and_keys() {
        String ending = fixture.unique("");
        String wide = "\uD840\uDC00";
        String username = wide.repeat(150 - ending.length()) + ending;
        String email = wide.repeat(254 - ending.length()) + ending;
        String usernameKey = wide.repeat(300 - ending.length()) + ending;
        Claim claim = Claim.of(Optional.of(usernameKey), Optional.of(email), List.of());

        User stored = fixture.user(fixture.inserted(new NewUser(username, email, claim, "h", StoreFixture.JOINED)));

        assertThat(stored.username()).isEqualTo(username);
        assertThat(stored.email()).isEqualTo(email);
        assertThat(fixture.stores().users().read(UserKey.username(usernameKey)))
                .map(StoredUser::id)
                .contains(stored.id());
        assertThat(fixture.stores().users().conflicts(claim)).isEqualTo(Conflicts.of(true, true, List.of()));
    }
}
