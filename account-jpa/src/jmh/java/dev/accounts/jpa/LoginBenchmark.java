package dev.accounts.jpa;

import static dev.accounts.jpa.BenchmarkDatabase.PASSWORD;

import dev.accounts.model.IssuedToken;
import dev.accounts.service.AccountService;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;

/** {@code login} against the hash alone, against the same statements by hand, and against Spring Security, which issues no token. */
@State(Scope.Benchmark)
public class LoginBenchmark {

    private final AccountService accounts = BenchmarkDatabase.SHARED.accounts();
    private final LoginByHand byHand = new LoginByHand(BenchmarkDatabase.SHARED.pool());
    private final DaoAuthenticationProvider spring = LoginUsers.SHARED.spring();
    private final String hash = LoginUsers.SHARED.hash();

    @Benchmark
    public IssuedToken service() {
        return accounts.login(LoginUsers.anyName(), PASSWORD);
    }

    @Benchmark
    public boolean bareArgon2() {
        return LoginByHand.verify(hash);
    }

    @Benchmark
    public String byHand() throws SQLException {
        return byHand.run(LoginUsers.anyName());
    }

    @Benchmark
    public Authentication springSecurity() {
        return spring.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(LoginUsers.anyName(), PASSWORD));
    }
}
