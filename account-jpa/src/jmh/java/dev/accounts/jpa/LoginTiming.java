package dev.accounts.jpa;

import static dev.accounts.jpa.BenchmarkDatabase.PASSWORD;

import dev.accounts.Accounts;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.service.AccountService;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Whether refusals can be told apart by their time: 2,000 of each kind in a shuffled order over the whole service on
 * PostgreSQL, and Welch's t-test of each kind against the wrong password after 5 % of the slowest and fastest were cut off.
 * Below 4.5 no difference is shown; a control that is slower on purpose must be found.
 *
 * <p>Once with a hasher that costs nothing, so that a fifth of a millisecond in all that surrounds the hash is found, and once
 * with Argon2id, whose own noise hides what is shorter than about a millisecond. That one hash is computed whoever asks is
 * shown by counting, in the contracts.
 *
 * <p>{@code mvn -Pbenchmark -pl account-jpa -am verify -DskipTests -Dbenchmark.main=dev.accounts.jpa.LoginTiming}; with
 * {@code -Dbenchmark.args=quick} only the first of the two.
 */
public final class LoginTiming {

    private static final int SAMPLES = 2000;

    /** As many attempts as may fail for one name. */
    private static final int ATTEMPTS_PER_NAME = 5;

    private static final double THRESHOLD = 4.5;

    private enum Kind {
        WRONG_PASSWORD,
        UNKNOWN_USER,
        INACTIVE_USER,
        CONTROL
    }

    /** A service to attack, the names that belong to it, and how much slower its control is. */
    private record Part(String title, AccountService accounts, String suffix, long controlNanos) {}

    private record Attempt(Kind kind, int number, String suffix) {

        String name() {
            String prefix = switch (kind) {
                case WRONG_PASSWORD -> "timed";
                case UNKNOWN_USER -> "ghost";
                case INACTIVE_USER -> "sleeper";
                case CONTROL -> "control";
            };
            return prefix + suffix + number % (SAMPLES / ATTEMPTS_PER_NAME);
        }

        String password() {
            return kind == Kind.INACTIVE_USER ? PASSWORD : "wrong-Horse-7";
        }
    }

    private LoginTiming() {}

    public static void main(String[] args) throws SQLException {
        AccountService quick = Accounts.builder(JpaAccountStores.over(BenchmarkDatabase.SHARED.pool()))
                .passwordHasher(EqualWorkHasher.create())
                .build()
                .service();
        System.out.println("| Refusal | Median ms | t against a wrong password | Threshold | As it should be |");
        System.out.println("|---|---|---|---|---|");
        run(new Part("without a hash", quick, "q", 200_000));
        if (args.length == 0) {
            run(new Part("with Argon2id", BenchmarkDatabase.SHARED.accounts(), "a", 1_000_000));
        }
        System.exit(0);
    }

    private static void run(Part part) throws SQLException {
        for (String prefix : List.of("timed", "sleeper", "control")) {
            register(part.accounts(), prefix + part.suffix());
        }
        execute("update account_user set is_active = false where username like 'sleeper%'");
        execute("vacuum analyze");
        List<List<Double>> times = measure(part);
        for (Kind kind : Kind.values()) {
            double t = Welch.t(times.get(kind.ordinal()), times.get(Kind.WRONG_PASSWORD.ordinal()));
            boolean found = Math.abs(t) >= THRESHOLD;
            System.out.printf(
                    Locale.ROOT,
                    "| %s, %s | %.3f | %.2f | %.1f | %s |%n",
                    kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    part.title(),
                    Welch.median(times.get(kind.ordinal())) / TimeUnit.MILLISECONDS.toNanos(1),
                    t,
                    THRESHOLD,
                    found == (kind == Kind.CONTROL) ? "yes" : "**no**");
        }
    }

    private static List<List<Double>> measure(Part part) {
        List<Attempt> attempts = new ArrayList<>();
        List<List<Double>> times = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            times.add(new ArrayList<>());
            for (int i = 0; i < SAMPLES; i++) {
                attempts.add(new Attempt(kind, i, part.suffix()));
            }
        }
        Collections.shuffle(attempts, new Random(7));
        attempts.forEach(attempt -> times.get(attempt.kind().ordinal()).add(time(part, attempt)));
        return times;
    }

    private static double time(Part part, Attempt attempt) {
        long start = System.nanoTime();
        try {
            part.accounts().login(attempt.name(), attempt.password());
            throw new IllegalStateException("not refused: " + attempt.kind());
        } catch (BadCredentialsException refused) {
            if (attempt.kind() == Kind.CONTROL) {
                long until = System.nanoTime() + part.controlNanos();
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
            }
            return System.nanoTime() - start;
        }
    }

    private static void register(AccountService accounts, String prefix) {
        for (int i = 0; i < SAMPLES / ATTEMPTS_PER_NAME; i++) {
            accounts.register(BenchmarkDatabase.SHARED.registration(prefix + i));
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = BenchmarkDatabase.SHARED.pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
