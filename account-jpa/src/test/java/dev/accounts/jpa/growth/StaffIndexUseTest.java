package dev.accounts.jpa.growth;

import static dev.accounts.jpa.growth.FilledUsers.PASSWORD;
import static dev.accounts.jpa.growth.FilledUsers.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.User;
import dev.accounts.model.UserSearch;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountMaintenance;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What staff and the host's scheduler do reads few rows among 20,000 users, in every statement. */
@OnEachDatabase
class StaffIndexUseTest {

    private static final long SUPERUSER = 1;

    @Parameter
    TestDatabase database;

    private ExplainedAccounts explained;
    private AccountAdministration administration;
    private AccountMaintenance maintenance;

    @BeforeEach
    void open() {
        explained = ExplainedAccounts.on(database);
        administration = explained.accounts().administration();
        maintenance = explained.accounts().maintenance();
    }

    @Test
    void pages_of_all_users() {
        assertThat(search(UserSearch.all().page(0, 50))).hasSize(50);
        assertThat(search(UserSearch.all().page(12_000, 50))).hasSize(50);

        explained.requireFewRows();
    }

    @Test
    void search_by_a_prefix_that_few_have() {
        assertThat(search(UserSearch.all().prefix("member12345").page(0, 50))).hasSize(1);
        assertThat(search(UserSearch.all().prefix("member777@").page(0, 50))).hasSize(1);
        assertThat(search(UserSearch.all().prefix("nobody").page(0, 50))).isEmpty();

        explained.requireFewRows();
    }

    @Test
    void search_by_a_prefix_that_all_have() {
        assertThat(search(UserSearch.all().prefix("member").page(0, 50))).hasSize(50);

        explained.requireFewRows();
    }

    @Test
    void search_for_staff() {
        assertThat(search(UserSearch.all().staff(true).page(0, 50))).hasSize(FilledUsers.STAFF);

        explained.requireFewRows();
    }

    @Test
    void search_for_inactive_users() {
        assertThat(search(UserSearch.all().active(false).page(0, 100))).hasSize(100);

        explained.requireFewRows();
    }

    @Test
    void flags() {
        administration.setStaff(SUPERUSER, 11_000, true);
        administration.setStaff(SUPERUSER, 11_000, false);
        administration.setSuperuser(SUPERUSER, 11_001, true);
        administration.setSuperuser(SUPERUSER, 11_001, false);
        administration.setActive(SUPERUSER, 11_002, false);
        administration.endSessions(SUPERUSER, 11_003);
        administration.startPasswordReset(SUPERUSER, 11_004);

        explained.requireFewRows();
    }

    @Test
    void deletion_looks_for_the_acts_of_the_deleted_among_all_entries() {
        explained.accounts().service().delete(token(11_005), PASSWORD);

        // No index covers actors: accounts are rarely deleted, and each event would pay for it.
        explained.requireFewRows("actor_id");
    }

    @Test
    void end_of_all_sessions() {
        assertThat(administration.endAllSessions(SUPERUSER, 200)).isPositive();

        explained.requireFewRows();
    }

    @Test
    void purge() {
        assertThat(maintenance.purge(100)).isPositive();

        explained.requireFewRows();
    }

    @Test
    void delivery() {
        assertThat(maintenance.deliver(message -> {}, 20)).isPositive();
        assertThat(maintenance.longestWait()).isPresent();

        explained.requireFewRows();
    }

    private List<User> search(UserSearch search) {
        return administration.search(SUPERUSER, search);
    }
}
