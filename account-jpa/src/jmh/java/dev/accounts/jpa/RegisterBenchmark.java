package dev.accounts.jpa;

import static dev.accounts.jpa.BenchmarkDatabase.PASSWORD;

import dev.accounts.Accounts;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.memory.InMemoryAccountStores;
import java.sql.SQLException;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * {@code register} with an email address and three towns against the hash alone, and against a registration by hand. In memory
 * there is no database, so that what is left are the rules.
 */
@State(Scope.Benchmark)
public class RegisterBenchmark {

    private final BenchmarkDatabase database = BenchmarkDatabase.SHARED;
    private final RegisterByHand byHand = new RegisterByHand(database.pool());
    private final AccountService memory =
            Accounts.over(new InMemoryAccountStores()).service();

    @Benchmark
    public User service() {
        return database.accounts().register(database.registration(newName()));
    }

    @Benchmark
    public long byHand() throws SQLException {
        String name = newName();
        return byHand.run(name, name + "@example.org", database.towns());
    }

    @Benchmark
    public User inMemory() {
        String name = newName();
        return memory.register(Registration.of(name, PASSWORD).email(name + "@example.org"));
    }

    @Benchmark
    public String bareArgon2() {
        return RegisterByHand.hash();
    }

    private static String newName() {
        return "u" + UUID.randomUUID();
    }
}
