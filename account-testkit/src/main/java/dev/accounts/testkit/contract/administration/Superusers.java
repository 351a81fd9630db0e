package dev.accounts.testkit.contract.administration;

import dev.accounts.model.User;
import dev.accounts.model.UserSearch;
import dev.accounts.testkit.internal.AccountsFixture;
import java.util.ArrayList;
import java.util.List;

/** The superusers of the stores, including those of other tests. */
record Superusers(AccountsFixture fixture) {

    /** Demotes all other superusers; returns the root of the fixture. */
    long only() {
        long root = fixture.root();
        active().stream()
                .filter(id -> id != root)
                .forEach(id -> fixture.administration().setSuperuser(root, id, false));
        return root;
    }

    List<Long> active() {
        List<Long> superusers = new ArrayList<>();
        List<User> page;
        long afterId = 0;
        do {
            page = fixture.stores().users().search(UserSearch.all().active(true).page(afterId, UserSearch.MAX_PAGE));
            page.stream().filter(User::superuser).map(User::id).forEach(superusers::add);
            afterId = page.isEmpty() ? afterId : page.get(page.size() - 1).id();
        } while (page.size() == UserSearch.MAX_PAGE);
        return superusers;
    }
}
