package dev.accounts.jpa.django;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.text.AccountNames;
import dev.accounts.internal.text.AccountNames.Name;
import dev.accounts.jpa.AccountSchema;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Copies accounts from the database of a Django application, so that nobody resets a password and nobody is logged out.
 * Immutable and thread-safe.
 *
 * <p>Users, groups, permissions ({@code app_label.codename}) and towns keep their ids, and ids that are given later are
 * greater. Hashes are copied where {@link dev.accounts.password.DjangoPasswordHasher} verifies them, which the application then gives
 * to its service; of a token of Django REST framework only the digest is kept. Import into tables that are new and before
 * the application starts: whatever is in the way there is left as it is, and the report says what was left out for it.
 *
 * <p>A batch of 500 users is one transaction, each user with all that belongs to it. What was interrupted is continued, and
 * what has come meanwhile is added, by another run: it leaves alone whom it finds under the same id and name, with the tokens
 * and roles they have now. Whoever was deleted here comes back with it as long as Django has the account.
 *
 * <p>It asks for one connection to each database, for two if they are one. The memory that an import takes does not grow with
 * the number of users. A dry run keeps the names and addresses in memory: about 250 bytes a user, 2.5 GB for 10 million.
 */
public final class DjangoImport {

    private final DataSource django;
    private final DataSource accounts;
    private final ImportSettings settings;

    private DjangoImport(DataSource django, DataSource accounts, ImportSettings settings) {
        this.django = django;
        this.accounts = accounts;
        this.settings = settings;
    }

    /**
     * Starts to describe an import.
     *
     * @param django the database of the Django application: PostgreSQL, MariaDB, MySQL or SQLite; it is only read
     * @return a builder with the defaults
     */
    public static Builder from(DataSource django) {
        return new Builder(requireNonNull(django, "django"));
    }

    /**
     * Screens everything and writes nothing.
     *
     * @return what {@link #run} would answer
     * @throws SQLException if a database cannot be reached or refuses a statement
     * @throws IllegalStateException if a table or a column is missing on either side; the message names it
     */
    public DjangoImportReport dryRun() throws SQLException {
        return new ImportRun(settings, true).between(django, accounts);
    }

    /**
     * Copies what is not there yet.
     *
     * @return what was copied, and what was not or not as it was
     * @throws SQLException if a database cannot be reached or refuses a statement; batches before stay, and another run
     *     continues
     * @throws IllegalStateException if a table or a column is missing on either side; the message names it
     */
    public DjangoImportReport run() throws SQLException {
        return new ImportRun(settings, false).between(django, accounts);
    }

    /** Says where things are in Django's database, and what is to become of them. Not thread-safe. */
    public static final class Builder {

        private static final Duration DEFAULT_LIFETIME = Duration.ofDays(30);
        private static final Duration LONGEST_LIFETIME = Duration.ofDays(36_500);

        private final DataSource django;
        private final Map<Long, Name> renames = new HashMap<>();
        private String userTable = "auth_user";
        private Optional<ImportSettings.TownTables> townTables = Optional.empty();
        private boolean emailsVerified;
        private Duration tokenLifetime = DEFAULT_LIFETIME;

        private Builder(DataSource django) {
            this.django = django;
        }

        /**
         * The table of the user model. Those of its groups, permissions and towns are called after it ({@code
         * auth_user_groups}, {@code auth_user_user_permissions}, {@code auth_user_towns}); all are looked for in its schema.
         * Default: {@code auth_user}.
         *
         * @param name letters, digits and underscores, if need be with the schema and a dot before it
         * @return this builder
         * @throws IllegalArgumentException if it is no such name
         */
        public Builder userTable(String name) {
            this.userTable = ImportSettings.requireTable("userTable", name);
            return this;
        }

        /**
         * The tables of towns ({@code id}, {@code name}, {@code lon}, {@code lat}, {@code country_id}) and of their countries
         * ({@code id}, {@code name}). Default: no towns are imported.
         *
         * @param towns the table of the towns
         * @param countries the table of the countries
         * @return this builder
         * @throws IllegalArgumentException if one is no name of a table
         */
        public Builder townTables(String towns, String countries) {
            this.townTables = Optional.of(new ImportSettings.TownTables(
                    ImportSettings.requireTable("towns", towns), ImportSettings.requireTable("countries", countries)));
            return this;
        }

        /**
         * Whether addresses count as verified, which only who runs the Django application knows. Default: false.
         *
         * @param value whether every user proved to hold the address
         * @return this builder
         */
        public Builder emailsVerified(boolean value) {
            this.emailsVerified = value;
            return this;
        }

        /**
         * How long imported tokens live from the import on; those of Django never end. Default: 30 days.
         *
         * @param value up to 36500 days
         * @return this builder
         * @throws IllegalArgumentException if it is not positive, or longer
         */
        public Builder tokenLifetime(Duration value) {
            if (value.isNegative() || value.isZero() || value.compareTo(LONGEST_LIFETIME) > 0) {
                throw new IllegalArgumentException(
                        "tokenLifetime must be positive and up to " + LONGEST_LIFETIME + ": " + value);
            }
            this.tokenLifetime = value;
            return this;
        }

        /**
         * Gives a user another name, for example one whose name differs from another's by its case only.
         *
         * @param userId the id of the user
         * @param newUsername the name to import the user under
         * @return this builder
         * @throws IllegalArgumentException if no account can have this name
         */
        public Builder rename(long userId, String newUsername) {
            Name name = AccountNames.username(newUsername)
                    .orElseThrow(() -> new IllegalArgumentException("newUsername is no name for an account"));
            renames.put(userId, name);
            return this;
        }

        /**
         * Ends the description.
         *
         * @param accounts the database with the tables of {@link AccountSchema}; it may be the same
         * @return the import, not started
         */
        public DjangoImport into(DataSource accounts) {
            requireNonNull(accounts, "accounts");
            return new DjangoImport(
                    django,
                    accounts,
                    new ImportSettings(userTable, townTables, emailsVerified, tokenLifetime, Map.copyOf(renames)));
        }
    }
}
