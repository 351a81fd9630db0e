package dev.accounts.jpa;

import static dev.accounts.jpa.BenchmarkDatabase.PASSWORD;

import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import dev.accounts.model.IssuedToken;
import dev.accounts.service.AccountService;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;

/** {@code login} against the hash alone, and against Spring Security, which issues no token. */
@State(Scope.Benchmark)
public class LoginBenchmark {

    private static final Argon2 ARGON2 = Argon2Factory.create(Argon2Types.ARGON2id);

    private final AccountService accounts = BenchmarkDatabase.SHARED.accounts();
    private final DaoAuthenticationProvider spring = LoginUsers.SHARED.spring();
    private final String hash = LoginUsers.SHARED.hash();

    @Benchmark
    public IssuedToken service() {
        return accounts.login(LoginUsers.anyName(), PASSWORD);
    }

    @Benchmark
    public boolean bareArgon2() {
        if (!ARGON2.verify(hash, PASSWORD.getBytes(StandardCharsets.UTF_8))) {
            throw new IllegalStateException("wrong password");
        }
        return true;
    }

    @Benchmark
    public Authentication springSecurity() {
        return spring.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(LoginUsers.anyName(), PASSWORD));
    }
}
