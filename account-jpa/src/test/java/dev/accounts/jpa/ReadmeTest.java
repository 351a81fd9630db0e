package dev.accounts.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.Accounts;
import dev.accounts.jpa.host.HostTransactionsTest;
import dev.accounts.jpa.spi.AccountTransactions;
import dev.accounts.model.Identity;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.Registration;
import dev.accounts.model.Town;
import dev.accounts.model.User;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.TestAccounts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds the Java of README.md, and proves that neither README.md nor the pages in docs/ have any that is not compiled. */
public class ReadmeTest {

    private static final Pattern SNIPPET = Pattern.compile("(?s)```java\\n(.*?)```");

    private static final List<Path> SOURCES = List.of(
            Path.of("src/test/java/dev/accounts/jpa/ReadmeTest.java"),
            Path.of("src/test/java/dev/accounts/jpa/DocsTest.java"),
            Path.of("../examples/spring-boot/src/main/java/dev/accounts/example/AccountController.java"));

    @TestFactory
    Stream<DynamicTest> has_only_java_that_is_compiled() throws IOException {
        StringBuilder compiled = new StringBuilder();
        for (Path source : SOURCES) {
            compiled.append(code(Files.readString(source)));
        }
        List<String> snippets = new ArrayList<>();
        for (Path page : pages()) {
            SNIPPET.matcher(Files.readString(page)).results().forEach(match -> snippets.add(match.group(1)));
        }
        assertThat(snippets).hasSizeGreaterThan(15);
        return snippets.stream()
                .map(snippet -> DynamicTest.dynamicTest(
                        snippet.lines().findFirst().orElseThrow(),
                        () -> assertThat(compiled).contains(code(snippet))));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("../docs"))) {
            Stream<Path> pages = docs.filter(page -> page.toString().endsWith(".md"));
            return Stream.concat(Stream.of(Path.of("../README.md")), pages).toList();
        }
    }

    @Test
    void embeds_the_system_and_runs_the_operations() throws SQLException {
        DataSource dataSource = database();
        AccountSchema.of(dataSource).createIfMissing();

        JpaAccountStores stores = JpaAccountStores.over(dataSource);
        Accounts system = Accounts.over(stores);
        AccountService accounts = system.service();

        Town perm = accounts.towns().create("Perm", "Russia", 56.316666, 58.0);

        User user = accounts.register(
                Registration.of("kust2", "k12345678").email("kust2@gmail.com").towns(perm.id()));
        IssuedToken token = accounts.login("kust2", "k12345678"); // token.value(): 40 hex digits, seen this once
        Identity me = accounts.me(token.value()); // id, username, email, staff, superuser: one look-up
        User shown = accounts.getUser(token.value(), user.id()); // all that may be shown of anybody
        accounts.logout(token.value());
        assertThat(me.email()).isEqualTo("kust2@gmail.com");
        assertThat(shown.towns()).containsExactly(perm.id());
        assertThatThrownBy(() -> accounts.me(token.value())).isInstanceOf(NotAuthenticatedException.class);
        stores.close();
    }

    @Test
    void tests_an_application_in_memory() {
        TestAccounts accounts = TestAccounts.create();
        User ana = accounts.registered("ana");
        String token = accounts.loggedIn("ana").value();
        accounts.clock().advance(Duration.ofDays(30));
        assertThatThrownBy(() -> accounts.service().me(token)).isInstanceOf(NotAuthenticatedException.class);
        assertThat(ana.username()).isEqualTo("ana");
    }

    /** What {@link HostTransactionsTest} runs. */
    public static AccountTransactions springTransactions(
            EntityManagerFactory factory, PlatformTransactionManager transactionManager) {
        EntityManager entityManager = SharedEntityManagerCreator.createSharedEntityManager(factory);
        TransactionTemplate joining = new TransactionTemplate(transactionManager);
        TransactionTemplate apart = new TransactionTemplate(transactionManager);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        AccountTransactions transactions = new AccountTransactions() {
            @Override
            public <R> R call(Function<EntityManager, R> work) {
                return besideTheRequest(() -> joining.execute(status -> work.apply(entityManager)));
            }

            @Override
            public <R> R callNew(Function<EntityManager, R> work) {
                return besideTheRequest(() -> apart.execute(status -> work.apply(entityManager)));
            }

            @Override
            public <R> R read(Function<EntityManager, R> work) {
                if (TransactionSynchronizationManager.isActualTransactionActive()) {
                    return work.apply(entityManager);
                }
                try (EntityManager own = factory.createEntityManager()) {
                    return work.apply(own);
                }
            }

            // Open-in-view binds a session to the request, which would keep its connection while a password is judged.
            private <R> R besideTheRequest(Supplier<R> work) {
                if (TransactionSynchronizationManager.isSynchronizationActive()) {
                    return work.get();
                }
                Object session = TransactionSynchronizationManager.unbindResourceIfPossible(factory);
                try {
                    return work.get();
                } finally {
                    if (session != null) {
                        TransactionSynchronizationManager.bindResource(factory, session);
                    }
                }
            }
        };
        return transactions;
    }

    private static DataSource database() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:readme;DB_CLOSE_DELAY=-1");
        return dataSource;
    }

    /** Without white space and comments at the ends of lines: the formatter breaks lines otherwise than a page does. */
    private static String code(String text) {
        return text.replaceAll("(?m)(^|\\s)//.*$", "").replaceAll("\\s+", "");
    }
}
