package dev.accounts.jpa.beside;

import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.Accounts;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.model.UserSearch;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.FastPasswordHasher;
import jakarta.persistence.SharedCacheMode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A host caches all entities and its queries, while another node, which its cache does not see, changes accounts. */
@OnEachDatabase
class CachedTest {

    private static final String PASSWORD = "k12345678";

    private static final Map<String, Object> CACHES = Map.of(
            "hibernate.cache.region.factory_class",
            "jcache",
            "hibernate.javax.cache.missing_cache_strategy",
            "create",
            "hibernate.cache.use_second_level_cache",
            true,
            "hibernate.cache.use_query_cache",
            true,
            "jakarta.persistence.sharedCache.mode",
            SharedCacheMode.ALL,
            "hibernate.generate_statistics",
            true);

    @Parameter
    TestDatabase database;

    private HikariDataSource pool;
    private Host host;
    private JpaAccountStores otherNode;
    private Accounts here;
    private Accounts there;

    @BeforeEach
    void open() throws SQLException {
        pool = database.anotherDatabase();
        host = Host.over(pool, CACHES);
        otherNode = JpaAccountStores.over(pool);
        here = Accounts.builder(host.stores())
                .passwordHasher(new FastPasswordHasher())
                .build();
        there = Accounts.builder(otherNode)
                .passwordHasher(new FastPasswordHasher())
                .build();
    }

    @AfterEach
    void close() {
        otherNode.close();
        host.close();
        pool.close();
    }

    @Test
    void entities_of_the_host_come_from_the_cache_and_accounts_live() {
        WholeLife.in(host);

        long before = statistics().getSecondLevelCacheHitCount();
        host.inTransaction(entityManager -> entityManager
                .createQuery("select n from HostNote n", HostNote.class)
                .getResultList());
        host.inTransaction(entityManager -> {
            long id = entityManager
                    .createQuery("select max(n.noteId) from HostNote n", Long.class)
                    .getSingleResult();
            assertThat(entityManager.find(HostNote.class, id).noteText).isEqualTo("kept");
        });
        assertThat(statistics().getSecondLevelCacheHitCount()).isGreaterThan(before);
    }

    @Test
    void what_another_node_changes_is_seen_at_once() {
        AccountService accounts = here.service();
        long root = accounts.register(Registration.of("root", PASSWORD)).id();
        here.maintenance().appointSuperuser(root);
        long perm = accounts.towns().create("Perm", "Russia", 56.3, 58.0).id();
        long ana = accounts.register(Registration.of("ana", PASSWORD).towns(List.of(perm)))
                .id();
        String token = accounts.login("ana", PASSWORD).value();
        lookAt(root, ana, token);

        assertRenamed(root, ana, token);
        assertMoved(root, perm, token);

        there.administration().setActive(root, ana, false);
        assertRefused(token);
        there.administration().setActive(root, ana, true);
        String again = there.service().login("anna", PASSWORD).value();
        assertThat(accounts.me(again).id()).isEqualTo(ana);
        there.service().logout(again);
        assertRefused(again);
    }

    private void assertRenamed(long root, long ana, String token) {
        there.service().changeUsername(token, PASSWORD, "anna");

        assertThat(here.service().me(token).username()).isEqualTo("anna");
        assertThat(here.service().getUser(token, ana).username()).isEqualTo("anna");
        assertThat(here.administration().search(root, UserSearch.all().prefix("anna")))
                .extracting(User::id)
                .containsExactly(ana);
        here.service().register(Registration.of("ana", PASSWORD));
    }

    private void assertMoved(long root, long town, String token) {
        long permission = there.administration()
                .roles()
                .ensurePermission(root, "town.add")
                .id();
        long id = here.service().me(token).id();
        there.administration().setPermissions(root, id, List.of(permission));
        assertThat(here.service().caller(token).has("town.add")).isTrue();

        there.service().profile().change(token, ProfileChange.none().towns(List.of()));
        there.administration().towns().delete(root, town);
        assertThat(here.service().getUser(token, id).towns()).isEmpty();
        assertThat(violations(here.service(), Registration.of("eve", PASSWORD).towns(List.of(town))))
                .hasSize(1);
    }

    /** Reads all that a cache could keep, also in ways that lock rows. */
    private void lookAt(long root, long ana, String token) {
        for (int i = 0; i < 2; i++) {
            assertThat(here.service().me(token).username()).isEqualTo("ana");
            assertThat(here.service().getUser(token, ana).towns()).hasSize(1);
            assertThat(here.service().caller(token).has("town.add")).isFalse();
            assertThat(here.administration().search(root, UserSearch.all())).hasSize(2);
            here.administration().setSuperuser(root, ana, true);
            here.administration().setSuperuser(root, ana, false);
            assertThat(violations(here.service(), Registration.of("ana", PASSWORD)))
                    .containsExactly("username: taken");
        }
    }

    private void assertRefused(String token) {
        assertThatExceptionOfType(NotAuthenticatedException.class)
                .isThrownBy(() -> here.service().me(token));
    }

    private Statistics statistics() {
        return host.factory().unwrap(SessionFactory.class).getStatistics();
    }
}
