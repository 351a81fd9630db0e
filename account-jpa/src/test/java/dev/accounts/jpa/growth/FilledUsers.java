package dev.accounts.jpa.growth;

import dev.accounts.testkit.FastPasswordHasher;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * A database with many users, filled by sets of rows. Each has three tokens, three towns, a known source and two audit entries;
 * some have failed to log in or wait for a mail. About one row in a hundred is obsolete, so that a purge has work.
 */
public final class FilledUsers {

    public static final String PASSWORD = "correct-Horse-7";

    /** Users 1 to 20 are staff, users 1 and 2 superusers; the last two of each hundred but the first are inactive. */
    public static final int STAFF = 20;

    private static final int TOWNS = 300;
    private static final int TOKENS = 3;
    private static final int AUDIT_ENTRIES = 2;

    /** Scatters times; a prime number that no period below is a multiple of. */
    private static final String SCATTERED = "(s.i * 104729)";

    private final FillingSql sql;
    private final long users;
    private final Instant now;

    private FilledUsers(FillingSql sql, long users, Instant now) {
        this.sql = sql;
        this.users = users;
        this.now = now;
    }

    /** Fills empty tables. */
    public static FilledUsers in(DataSource dataSource, String product, long users) throws SQLException {
        FilledUsers filled =
                new FilledUsers(FillingSql.of(product), users, Instant.now().truncatedTo(ChronoUnit.SECONDS));
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            // Sorted once at the end they are made in a fraction of the time.
            List<String> indexes = filled.sql.indexes(statement);
            for (String command : filled.commands(indexes)) {
                statement.execute(command);
            }
        }
        return filled;
    }

    public long users() {
        return users;
    }

    public static String username(long user) {
        return "member" + user;
    }

    /** The value of a token that expires in 20 days or later. */
    public static String token(long user) {
        return "%040x".formatted(user * TOKENS);
    }

    /** The value of another token of the user. */
    public static String secondToken(long user) {
        return "%040x".formatted(user * TOKENS + 1);
    }

    private List<String> commands(List<String> indexes) {
        List<String> commands = new ArrayList<>();
        commands.add(sql.withoutForeignKeys);
        indexes.forEach(index -> commands.add(index.replaceFirst("^create index (\\w+) .*", "drop index $1")));
        commands.addAll(people());
        commands.addAll(traces());
        commands.addAll(indexes);
        commands.addAll(List.of(sql.withForeignKeys, sql.nextUserId(users + 1), sql.analyze()));
        return commands;
    }

    private List<String> people() {
        String name = "concat('member', s.i)";
        String mail = "concat('member', s.i, '@example.org')";
        String hash = new FastPasswordHasher().hash(PASSWORD);
        return List.of(
                "insert into account_town (id, name, country, longitude, latitude)"
                        + " select s.i, concat('Town ', s.i), 'Russia', 30.5, 59.9 from " + sql.numbers("s", TOWNS),
                "insert into account_user (id, username, username_key, email, email_key, email_verified, password_hash,"
                        + " is_active, is_staff, is_superuser, date_joined)"
                        + " select s.i, " + String.join(", ", name, name, mail, mail)
                        + ", true, '" + hash + "', s.i < 100 or s.i % 100 < 98, s.i <= " + STAFF + ", s.i <= 2, "
                        + ago(SCATTERED + " % 31536000") + " from " + sql.numbers("s", users),
                "insert into account_user_town (user_id, town_id)"
                        + " select s.i, 1 + (s.i + 97 * t.i) % " + TOWNS + " from " + sql.numbers("s", users)
                        + " cross join " + sql.numbers("t", 3));
    }

    private List<String> traces() {
        String tokens = sql.numbers("t", TOKENS);
        String entries = sql.numbers("t", AUDIT_ENTRIES);
        // 30 days are 2592000 seconds.
        String age = "case t.i when 3 then " + SCATTERED + " % 2620000 else " + SCATTERED + " % 864000 end";
        return List.of(
                "insert into account_token (digest, user_id, created_at, last_used_at, expires_at, label)"
                        + " select " + sql.tokenDigest("s.i * " + TOKENS + " + t.i - 1") + ", s.i, " + ago(age) + ", "
                        + ago("0") + ", " + sql.plusSeconds(now, "2592000 - (" + age + ")")
                        + ", 'phone' from " + sql.numbers("s", users) + " cross join " + tokens,
                "insert into account_known_source (digest, user_id, last_login_at)"
                        + " select " + sql.textDigest("concat('source', s.i)") + ", s.i, "
                        + ago(SCATTERED + " % 2600000") + " from " + sql.numbers("s", users),
                "insert into account_audit (happened_at, event, user_id, actor_id, source)"
                        + " select " + ago("(" + SCATTERED + " + t.i * 15485863) % 31600000")
                        + ", 'logged_in', s.i, s.i, '192.0.2.7' from " + sql.numbers("s", users) + " cross join "
                        + entries,
                "insert into account_attempt (attempt_key, attempts, last_at)"
                        + " select " + sql.textDigest("concat('attempt', s.i)") + ", 1 + s.i % 4, "
                        + ago(SCATTERED + " % 3640") + " from " + sql.numbers("s", users / 5),
                "insert into account_one_time_token (digest, user_id, purpose, address, created_at, expires_at)"
                        + " select " + sql.tokenDigest("s.i") + ", s.i, 'RESET_PASSWORD',"
                        + " concat('member', s.i, '@example.org'), "
                        + ago(SCATTERED + " % 1830") + ", " + sql.plusSeconds(now, "1800 - " + SCATTERED + " % 1830")
                        + " from " + sql.numbers("s", users / 20),
                "insert into account_outbox (user_id, kind, address, created_at, due_at)"
                        + " select case when s.i % 50 = 0 then null else s.i end, 'RESET_PASSWORD',"
                        + " concat('member', s.i, '@example.org'), "
                        + ago(SCATTERED + " % 3600") + ", "
                        + sql.plusSeconds(now, "case when s.i % 20 = 0 then -60 else 600 end")
                        + " from " + sql.numbers("s", users / 20));
    }

    private String ago(String seconds) {
        return sql.plusSeconds(now, "-(" + seconds + ")");
    }
}
