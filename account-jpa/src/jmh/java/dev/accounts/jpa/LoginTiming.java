package dev.accounts.jpa;

import static dev.accounts.jpa.BenchmarkDatabase.PASSWORD;

import dev.accounts.AccountService;
import dev.accounts.model.BadCredentialsException;
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
 * Whether refusals can be told apart by their time: 2,000 of each kind in a shuffled order over the whole service, PostgreSQL
 * and Argon2id included, and Welch's t-test of each kind against the wrong password after 5 % of the slowest and fastest were
 * cut off. Below 4.5 no difference is shown; a control that is a millisecond slower must be found.
 *
 * <p>{@code mvn -Pbenchmark -pl account-jpa -am verify -DskipTests -Dbenchmark.main=dev.accounts.jpa.LoginTiming}
 */
public final class LoginTiming {

    private static final int SAMPLES = 2000;

    /** As many attempts as may fail for one name. */
    private static final int ATTEMPTS_PER_NAME = 5;

    private static final double THRESHOLD = 4.5;
    private static final long CONTROL_NANOS = 1_000_000;

    private enum Kind {
        WRONG_PASSWORD,
        UNKNOWN_USER,
        INACTIVE_USER,
        CONTROL
    }

    private record Attempt(Kind kind, int number) {

        String name() {
            String prefix = switch (kind) {
                case WRONG_PASSWORD -> "timed";
                case UNKNOWN_USER -> "ghost";
                case INACTIVE_USER -> "sleeper";
                case CONTROL -> "control";
            };
            return prefix + number % (SAMPLES / ATTEMPTS_PER_NAME);
        }

        String password() {
            return kind == Kind.INACTIVE_USER ? PASSWORD : "wrong-Horse-7";
        }
    }

    private LoginTiming() {}

    public static void main(String[] args) throws SQLException {
        AccountService accounts = BenchmarkDatabase.SHARED.accounts();
        register(accounts, "timed");
        register(accounts, "sleeper");
        register(accounts, "control");
        execute("update account_user set is_active = false where username like 'sleeper%'");
        execute("vacuum analyze");
        List<List<Double>> times = measure(accounts);
        System.out.println("| Refusal | Median ms | t against a wrong password | Threshold | As it should be |");
        System.out.println("|---|---|---|---|---|");
        for (Kind kind : Kind.values()) {
            double t = Welch.t(times.get(kind.ordinal()), times.get(Kind.WRONG_PASSWORD.ordinal()));
            boolean found = Math.abs(t) >= THRESHOLD;
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.3f | %.2f | %.1f | %s |%n",
                    kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    Welch.median(times.get(kind.ordinal())) / TimeUnit.MILLISECONDS.toNanos(1),
                    t,
                    THRESHOLD,
                    found == (kind == Kind.CONTROL) ? "yes" : "**no**");
        }
        System.exit(0);
    }

    private static List<List<Double>> measure(AccountService accounts) {
        List<Attempt> attempts = new ArrayList<>();
        List<List<Double>> times = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            times.add(new ArrayList<>());
            for (int i = 0; i < SAMPLES; i++) {
                attempts.add(new Attempt(kind, i));
            }
        }
        Collections.shuffle(attempts, new Random(7));
        attempts.forEach(attempt -> times.get(attempt.kind().ordinal()).add(time(accounts, attempt)));
        return times;
    }

    private static double time(AccountService accounts, Attempt attempt) {
        long start = System.nanoTime();
        try {
            accounts.login(attempt.name(), attempt.password());
            throw new IllegalStateException("not refused: " + attempt.kind());
        } catch (BadCredentialsException refused) {
            if (attempt.kind() == Kind.CONTROL) {
                long until = System.nanoTime() + CONTROL_NANOS;
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
