package dev.accounts.testkit;

import dev.accounts.model.Registration;

/** The users that the recorded cases stand on. */
final class HttpFixtures {

    private HttpFixtures() {}

    static void addTo(TestAccounts accounts, String password) {
        long inactive = register(accounts, Registration.of("inactive", password).email("in@x.org"));
        accounts.stores().update(inactive, user -> user.active(false));
        long root = register(accounts, Registration.of("root", password).email("root@x.org"));
        accounts.stores().update(root, user -> user.staff(true).superuser(true));
    }

    private static long register(TestAccounts accounts, Registration registration) {
        return accounts.service().register(registration).id();
    }
}
