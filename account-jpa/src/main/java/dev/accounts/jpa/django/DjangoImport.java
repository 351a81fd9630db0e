package dev.accounts.jpa.django;

import static java.util.Objects.requireNonNull;

import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.django.ImportContext.Mode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import javax.sql.DataSource;

/**
 * Copies accounts from the database of a Django application with their passwords and tokens, so that users need not
 * reset a password or log in again. Immutable and thread-safe.
 *
 * <p>Users, groups, permissions ({@code app_label.codename}) and towns keep their ids; ids assigned later are greater.
 * Hashes are copied if {@link dev.accounts.password.DjangoPasswordHasher} verifies them; the host then gives that
 * hasher to its accounts. Of a token of Django REST framework only the digest is stored. Import into new tables, before
 * the application starts: conflicting rows there stay as they are, and the report says what was left out because of
 * them.
 *
 * <p>A batch of 500 users is one transaction, each user with all that belongs to it. Another {@link #run} continues an
 * interrupted import, adds what Django has gained since, and reports what else has changed there. {@link #catchUp} takes
 * these changes over, too, so that most of the data can be copied ahead. To tell on which side something changed, an import
 * stores digests of what it copied in {@code account_import} and {@code account_import_token}. An account that was deleted
 * here comes back as long as Django has it, unless the host keeps an audit, which tells of the deletion.
 *
 * <p>An import needs one connection to each database, or two if both are the same database. Its memory does not grow
 * with the number of users. Only a dry run keeps the names and addresses in memory: about 250 bytes a user, 2.5 GB for
 * 10 million.
 */
public final class DjangoImport {

    private final DataSource django;
    private final DataSource accounts;
    private final ImportSettings settings;

    DjangoImport(DataSource django, DataSource accounts, ImportSettings settings) {
        this.django = django;
        this.accounts = accounts;
        this.settings = settings;
    }

    /**
     * Creates a builder with the default settings.
     *
     * @param django the database of the Django application: PostgreSQL, MariaDB, MySQL or SQLite; the import only reads
     *     it
     * @return a new builder
     */
    public static Builder from(DataSource django) {
        return new DjangoImportBuilder(requireNonNull(django, "django"));
    }

    /**
     * Checks everything and writes nothing.
     *
     * @return the report that {@link #run} would return
     * @throws SQLException if a database cannot be reached or refuses a statement
     * @throws IllegalStateException if a table or a column is missing on either side; the message names it
     */
    public DjangoImportReport dryRun() throws SQLException {
        return new ImportRun(settings, Mode.DRY_RUN).between(django, accounts);
    }

    /**
     * Copies everything that is not there yet.
     *
     * @return what was copied, what was changed, and what was left out
     * @throws SQLException if a database cannot be reached or refuses a statement; earlier batches stay, and another
     *     run continues
     * @throws IllegalStateException if a table or a column is missing on either side; the message names it
     */
    public DjangoImportReport run() throws SQLException {
        return new ImportRun(settings, Mode.ADD).between(django, accounts);
    }

    /**
     * Copies everything that is not there yet, and takes over what changed in Django since the import: users, roles,
     * tokens and deletions. An account that changed here since its import stays as it is, and a token that was ended here
     * stays ended; the report tells. Use the settings of the import.
     *
     * @return what was copied, what was changed, and what was left out
     * @throws SQLException if a database cannot be reached or refuses a statement; earlier batches stay, and another
     *     run continues
     * @throws IllegalStateException if a table or a column is missing on either side, or if Django has no users; the
     *     message names the table
     */
    public DjangoImportReport catchUp() throws SQLException {
        return new ImportRun(settings, Mode.CATCH_UP).between(django, accounts);
    }

    /**
     * Describes where Django keeps its data and how to import it. Not thread-safe. Every method throws {@link
     * NullPointerException} if an argument is null.
     */
    public interface Builder {

        /**
         * Sets the table of the user model. The names of the tables of its groups, permissions and towns begin with its
         * name ({@code auth_user_groups}, {@code auth_user_user_permissions}, {@code auth_user_towns}). The import
         * looks for all of them in its schema. Default: {@code auth_user}.
         *
         * @param name letters, digits and underscores, optionally after a schema and a dot
         * @return this builder
         * @throws IllegalArgumentException if the name has another form
         */
        Builder userTable(String name);

        /**
         * Names the user model, whose permissions ({@code add}, {@code change}, {@code delete}, {@code view}) become those
         * of {@link dev.accounts.service.AccountAdministration}. Default: the import finds the model by the columns and
         * the name of its table; the report says if several models fit.
         *
         * @param appLabel the label of its application, such as {@code weather}
         * @param model the name of the model, such as {@code User}
         * @return this builder
         */
        Builder userModel(String appLabel, String model);

        /**
         * Sets the tables of towns ({@code id}, {@code name}, {@code lon}, {@code lat}, {@code country_id}) and of
         * their countries ({@code id}, {@code name}). Default: no towns are imported.
         *
         * @param towns the table of the towns
         * @param countries the table of the countries
         * @return this builder
         * @throws IllegalArgumentException if one of them is not the name of a table
         */
        Builder townTables(String towns, String countries);

        /**
         * Sets whether addresses count as verified of which allauth's table, if there is one, says nothing. Only the operator of the Django
         * application knows whether they are. Default: false.
         *
         * @param value whether all users have proved that their addresses are theirs
         * @return this builder
         */
        Builder emailsVerified(boolean value);

        /**
         * Sets whether inactive users who never logged in wait for an activation. They become active accounts without a
         * verified address, and activate themselves by its verification. Set it only if the application requires {@link
         * dev.accounts.policy.EmailPolicy#requireVerification}: otherwise they can log in at once. Default: false, they
         * stay inactive.
         *
         * @param value whether such users wait for an activation
         * @return this builder
         */
        Builder awaitingActivation(boolean value);

        /**
         * Sets the zone of times without one: Django's {@code TIME_ZONE} if it has {@code USE_TZ = False} and a database
         * other than PostgreSQL. Default: UTC.
         *
         * @param value the zone
         * @return this builder
         */
        Builder timeZone(ZoneId value);

        /**
         * Sets the lifetime of imported tokens, from the import on. Tokens in Django never expire. Default: 30 days.
         *
         * @param value up to 36500 days
         * @return this builder
         * @throws IllegalArgumentException if it is not positive, or longer than 36500 days
         */
        Builder tokenLifetime(Duration value);

        /**
         * Imports a user under another name, for example if the names of two users differ only in case.
         *
         * @param userId the id of the user
         * @param newUsername the new name
         * @return this builder
         * @throws IllegalArgumentException if no account can have this name
         */
        Builder rename(long userId, String newUsername);

        /**
         * Builds the import.
         *
         * @param accounts the database with the tables of {@link AccountSchema}; it may be Django's own
         * @return the import, which has not started
         */
        DjangoImport into(DataSource accounts);
    }
}
