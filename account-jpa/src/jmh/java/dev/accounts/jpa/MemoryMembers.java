package dev.accounts.jpa;

import dev.accounts.Accounts;
import dev.accounts.http.AccountHttp;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.TestAccounts;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** A thousand users in memory, each with a token: what is measured is the service alone. */
final class MemoryMembers {

    private static final int USERS = 1000;

    private final TestAccounts accounts = TestAccounts.create();
    private final List<String> tokens = IntStream.range(0, USERS)
            .mapToObj(number -> accounts.loggedIn("member" + number).value())
            .toList();

    AccountService accounts() {
        return accounts.service();
    }

    Accounts system() {
        return accounts.accounts();
    }

    AccountHttp http() {
        return AccountHttp.over(system());
    }

    List<String> tokens() {
        return tokens;
    }

    String anyToken() {
        return tokens.get(ThreadLocalRandom.current().nextInt(USERS));
    }
}
