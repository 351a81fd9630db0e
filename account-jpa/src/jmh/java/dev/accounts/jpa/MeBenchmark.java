package dev.accounts.jpa;

import dev.accounts.model.Identity;
import dev.accounts.model.TokenDigest;
import dev.accounts.model.factor.Authentication;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.service.AccountService;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Set;
import javax.sql.DataSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;

/**
 * {@code me} against the same statement over the same pool, written by hand; against {@code findById} of Spring Session JDBC in
 * the same database; and against Spring Security's introspection of opaque tokens, whose endpoint asks no database.
 */
@State(Scope.Benchmark)
public class MeBenchmark {

    private static final String FIND_OWNER = """
            select u.id, u.username, u.email, u.is_staff, u.is_superuser, u.is_active, t.expires_at, t.authenticated_at,
                t.methods, t.delegation
            from account_token t join account_user u on u.id = t.user_id
            where t.digest = ?""";

    private final BenchmarkDatabase database = BenchmarkDatabase.SHARED;
    private final DataSource pool = database.pool();
    private final AccountService accounts = database.accounts();

    @Benchmark
    public Identity service() {
        return accounts.me(database.anyMember().token());
    }

    @Benchmark
    public Identity byHand() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return owner(connection, database.anyMember().token());
        }
    }

    @Benchmark
    public Object springSession() {
        return SpringSessions.SHARED.anyUser();
    }

    @Benchmark
    public OAuth2AuthenticatedPrincipal introspection() {
        return Introspection.SHARED.anyPrincipal();
    }

    static Identity owner(Connection connection, String token) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND_OWNER)) {
            statement.setBytes(1, TokenDigest.of(token).bytes());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()
                        || !row.getBoolean(6)
                        || isPast(row.getObject(7, OffsetDateTime.class))
                        || row.getString(10) != null) {
                    throw new IllegalStateException("not authenticated");
                }
                return new Identity(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        new Authentication(
                                row.getObject(8, OffsetDateTime.class).toInstant(),
                                Set.of(AuthenticationMethod.valueOf(row.getString(9)))));
            }
        }
    }

    private static boolean isPast(OffsetDateTime expiry) {
        return expiry != null && expiry.isBefore(OffsetDateTime.now());
    }
}
