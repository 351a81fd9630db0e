package dev.accounts.jpa;

import dev.accounts.model.TokenDigest;
import dev.accounts.service.AccountService;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Random;
import javax.sql.DataSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** {@code logout} against the deletion of the token by hand. */
@State(Scope.Benchmark)
public class LogoutBenchmark {

    private static final String DELETE =
            "delete from account_token where digest = ? and (expires_at is null or expires_at > ?)";

    private static final String INSERT =
            "insert into account_token (digest, user_id, label, created_at, last_used_at) values (?, ?, '', now(), now())";

    private final DataSource pool = BenchmarkDatabase.SHARED.pool();
    private final AccountService accounts = BenchmarkDatabase.SHARED.accounts();

    /** A token that is good for one invocation. */
    @State(Scope.Thread)
    public static class FreshToken {

        private final Random random = new Random();
        private String value = "";

        @Setup(Level.Invocation)
        public void issue() throws SQLException {
            byte[] bytes = new byte[20];
            random.nextBytes(bytes);
            value = HexFormat.of().formatHex(bytes);
            try (Connection connection = BenchmarkDatabase.SHARED.pool().getConnection();
                    PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setBytes(1, TokenDigest.of(value).bytes());
                insert.setLong(2, BenchmarkDatabase.SHARED.anyMember().id());
                insert.executeUpdate();
            }
        }
    }

    @Benchmark
    public void service(FreshToken token) {
        accounts.logout(token.value);
    }

    @Benchmark
    public void byHand(FreshToken token) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setBytes(1, TokenDigest.of(token.value).bytes());
            delete.setObject(2, OffsetDateTime.now());
            if (delete.executeUpdate() == 0) {
                throw new IllegalStateException("no such token");
            }
        }
    }
}
