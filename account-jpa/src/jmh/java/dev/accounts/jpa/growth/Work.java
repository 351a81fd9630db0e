package dev.accounts.jpa.growth;

import static dev.accounts.jpa.growth.FilledUsers.PASSWORD;
import static dev.accounts.jpa.growth.FilledUsers.token;
import static dev.accounts.jpa.growth.FilledUsers.username;

import dev.accounts.model.Registration;
import dev.accounts.model.UserSearch;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * One call that is measured.
 *
 * @param name as the tables call it
 * @param call makes it for a random user
 */
record Work(String name, Consumer<SizedAccounts> call) {

    private static final long STAFF = 1;
    private static final int PAGE = 20;

    static List<Work> all() {
        return List.of(
                new Work("`me`", sized -> sized.accounts().service().me(token(sized.reader()))),
                new Work(
                        "`me`, always one user",
                        sized -> sized.accounts().service().me(token(STAFF + 1))),
                new Work(
                        "`getUser`",
                        sized -> sized.accounts().service().getUser(token(sized.reader()), sized.reader())),
                new Work(
                        "sessions",
                        sized -> sized.accounts().service().sessions().list(token(sized.reader()))),
                new Work("`login`", sized -> sized.accounts().service().login(username(sized.visitor()), PASSWORD)),
                new Work("`register`", Work::register),
                search("search, any page", sized -> UserSearch.all().page(sized.reader(), PAGE)),
                search("search, a name", sized -> named(username(sized.reader()) + "@")),
                search("search, a prefix of all", sized -> named("member")),
                search("search, a prefix of no user", sized -> named("unknown" + number())),
                search("search, staff", sized -> UserSearch.all().staff(true).page(0, 2 * FilledUsers.STAFF)),
                search(
                        "search, inactive users",
                        // Behind half of a thousand users, ten are inactive.
                        sized -> UserSearch.all().active(false).page(sized.reader(), PAGE / 2)));
    }

    private interface Wanted {
        UserSearch of(SizedAccounts sized);
    }

    private static Work search(String name, Wanted wanted) {
        return new Work(name, sized -> sized.accounts().administration().search(STAFF, wanted.of(sized)));
    }

    private static UserSearch named(String prefix) {
        return UserSearch.all().prefix(prefix).page(0, PAGE);
    }

    private static int number() {
        return ThreadLocalRandom.current().nextInt(1_000_000);
    }

    private static void register(SizedAccounts sized) {
        String name = "u" + UUID.randomUUID();
        long town = 1 + number() % 100;
        sized.accounts()
                .service()
                .register(Registration.of(name, PASSWORD)
                        .email(name + "@example.org")
                        .towns(town, town + 100, town + 200));
    }

    /**
     * What a round measured.
     *
     * @param perSecond how often the call was made in a second
     * @param micros the processor time of a call
     */
    record Round(double perSecond, double micros) {}

    Round round(SizedAccounts sized, long nanos) throws SQLException {
        ProcessorTime time = ProcessorTime.of(sized.pool(), sized.product());
        long used = time.nanos();
        long start = System.nanoTime();
        long calls = 0;
        long passed;
        do {
            call.accept(sized);
            calls++;
            passed = System.nanoTime() - start;
        } while (passed < nanos);
        return new Round(calls * 1e9 / passed, (time.nanos() - used) / 1e3 / calls);
    }
}
