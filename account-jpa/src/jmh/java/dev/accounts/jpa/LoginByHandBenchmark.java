package dev.accounts.jpa;

import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A login by hand against the hash alone: the limit for any login with these statements. */
@State(Scope.Benchmark)
public class LoginByHandBenchmark {

    private final LoginByHand byHand = new LoginByHand(BenchmarkDatabase.SHARED.pool());
    private final String hash = LoginUsers.SHARED.hash();

    @Benchmark
    public String service() throws SQLException {
        return byHand.run(LoginUsers.anyName());
    }

    @Benchmark
    public boolean bareArgon2() {
        return LoginByHand.verify(hash);
    }
}
