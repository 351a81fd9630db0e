package dev.accounts.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.jpa.database.Databases;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.Town;
import dev.accounts.model.User;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.Claim;
import dev.accounts.spi.Insertion;
import dev.accounts.spi.NewTown;
import dev.accounts.spi.NewUser;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What is stored comes back as it was, on each database. */
class StoredValuesPropertyTest {

    private static final int TRIES = 100;

    private static List<TestDatabase> databases = List.of();

    @BeforeContainer
    static void start() {
        databases = Databases.emptied().toList();
    }

    /** Whatever the rules let through: anything but NUL and halves of surrogate pairs. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Integer> codePoints = Arbitraries.oneOf(
                Arbitraries.integers().between(1, Character.MIN_SURROGATE - 1),
                Arbitraries.integers().between(Character.MAX_SURROGATE + 1, Character.MAX_CODE_POINT));
        return codePoints
                .map(Character::toString)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .map(characters -> String.join("", characters));
    }

    @Provide
    Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("1970-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2037-12-31T00:00:00Z").getEpochSecond())
                .flatMap(second -> Arbitraries.longs()
                        .between(0, 999_999)
                        .map(micro -> Instant.ofEpochSecond(second).plus(micro, ChronoUnit.MICROS)));
    }

    @Property(tries = TRIES)
    void of_towns(
            @ForAll("texts") String name,
            @ForAll("texts") String country,
            @ForAll @DoubleRange(min = -180, max = 180) @Scale(12) double longitude,
            @ForAll @DoubleRange(min = -90, max = 90) @Scale(12) double latitude) {
        for (TestDatabase database : databases) {
            Town town = database.stores().towns().insert(new NewTown(name, country, longitude, latitude));

            assertThat(database.stores().towns().find(town.id()))
                    .contains(new Town(town.id(), name, country, longitude, latitude));
        }
    }

    @Property(tries = TRIES)
    void of_users(@ForAll("texts") String username, @ForAll("texts") String email, @ForAll("times") Instant joined) {
        String key = UUID.randomUUID().toString();
        Claim claim = Claim.of(Optional.of(key), Optional.of("e" + key), List.of());
        for (TestDatabase database : databases) {
            AccountStores stores = database.stores();
            Insertion insertion = stores.users().insert(new NewUser(username, email, claim, "hash", joined));
            long id = ((Insertion.Stored) insertion).id();

            User user = stores.users().find(id).orElseThrow();
            assertThat(user.username()).isEqualTo(username);
            assertThat(user.email()).isEqualTo(email);
            assertThat(user.dateJoined()).isEqualTo(joined);
        }
    }
}
