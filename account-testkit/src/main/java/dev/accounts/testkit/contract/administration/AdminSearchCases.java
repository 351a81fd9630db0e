package dev.accounts.testkit.contract.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.model.UserSearch;
import dev.accounts.testkit.internal.AccountsFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class AdminSearchCases {

    private final AccountsFixture fixture;

    /** The beginning of all names of a test, so that a search finds no users of other tests. */
    private final String mine;

    AdminSearchCases(AccountsFixture fixture) {
        this.fixture = fixture;
        this.mine = fixture.unique("x").substring(2);
    }

    private User registered(String name, String email) {
        return fixture.service()
                .register(Registration.of(mine + name, AccountsFixture.PASSWORD).email(email));
    }

    private List<User> search(UserSearch search) {
        return fixture.administration().search(fixture.root(), search);
    }

    private UserSearch mine() {
        return UserSearch.all().prefix(mine);
    }

    @Test
    void finds_who_has_a_name_that_begins_so() {
        User ana = registered("Ana", "");
        User anabel = registered("anabel", "");
        registered("ben", "");

        assertThat(search(mine().prefix(mine + "ana"))).containsExactly(ana, anabel);
        assertThat(search(mine().prefix(mine + "anab"))).containsExactly(anabel);
        assertThat(search(mine().prefix(mine + "b_n"))).isEmpty();
        assertThat(search(mine().prefix(mine + "%"))).isEmpty();
        assertThat(search(mine().prefix("na"))).doesNotContain(ana, anabel);
    }

    @Test
    void finds_them_in_any_case_and_unicode_form() {
        User ana = registered("Fiona", "");

        assertThat(search(mine().prefix(mine + "fi"))).containsExactly(ana);
        assertThat(search(mine().prefix((mine + "fi").toUpperCase(Locale.ROOT))))
                .containsExactly(ana);
        assertThat(search(mine().prefix(mine + "ﬁ"))).containsExactly(ana);
    }

    @Test
    void finds_who_has_an_address_that_begins_so() {
        User ana = registered("ana", "mail." + mine + "@Example.ORG");
        registered("ben", "mail2." + mine + "@example.org");

        assertThat(search(mine().prefix("mail." + mine))).containsExactly(ana);
        assertThat(search(mine().prefix("MAIL." + mine + "@EXAMPLE.o"))).containsExactly(ana);
    }

    @Test
    void finds_nobody_by_a_text_that_cannot_be_in_a_name() {
        registered("ana", "");

        assertThat(search(mine().prefix(mine + "\0"))).isEmpty();
        assertThat(search(mine().prefix(mine + "\uD800"))).isEmpty();
        assertThat(search(mine().prefix(mine + "ana".repeat(100_000)))).isEmpty();
        assertThat(search(mine().prefix(mine + "\\"))).isEmpty();
        assertThat(search(mine().prefix(mine + "' or '1' = '1"))).isEmpty();
    }

    @Test
    void tells_active_ones_from_others() {
        User ana = registered("ana", "");
        User ben = registered("ben", "");
        fixture.deactivate(ben.id());

        assertThat(search(mine().active(true))).containsExactly(ana);
        assertThat(search(mine().active(false))).containsExactly(fixture.user(ben.id()));
        assertThat(search(mine())).hasSize(2);
    }

    @Test
    void tells_staff_from_others() {
        User ana = registered("ana", "");
        User ben = registered("ben", "");
        fixture.administration().setStaff(fixture.root(), ben.id(), true);

        assertThat(search(mine().staff(false))).containsExactly(ana);
        assertThat(search(mine().staff(true))).containsExactly(fixture.user(ben.id()));
        assertThat(search(mine().staff(true).active(false))).isEmpty();
    }

    @Test
    void gives_pages_that_hold_everybody_once_in_the_order_of_ids() {
        List<User> all = IntStream.range(0, 7)
                .mapToObj(i -> registered("ana" + (9 - i), ""))
                .toList();

        List<User> found = new ArrayList<>();
        List<User> page = search(mine().page(0, 3));
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(3);
            found.addAll(page);
            page = search(mine().page(page.get(page.size() - 1).id(), 3));
        }

        assertThat(found).isEqualTo(all);
    }

    @Test
    void shows_the_whole_user() {
        long staff = fixture.staff().member("ana", fixture.unique("edit"));

        assertThat(search(UserSearch.all().prefix(fixture.unique("ana")))).containsExactly(fixture.user(staff));
    }

    @Test
    void is_open_to_staff_without_any_permission() {
        long staff = fixture.staff().member("sue");
        User ana = registered("ana", "");

        assertThat(fixture.administration().search(staff, mine())).containsExactly(ana);
    }
}
