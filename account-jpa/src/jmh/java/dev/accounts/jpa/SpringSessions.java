package dev.accounts.jpa;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * As many sessions of Spring Session JDBC as there are members, in the tables of its own script, in the same database and over
 * the same pool. The repository is made with the defaults of {@code @EnableJdbcHttpSession}: each look-up is a transaction of its
 * own.
 */
final class SpringSessions {

    private static final String ATTRIBUTE = "user";

    /** Last of the constants, which it uses. */
    static final SpringSessions SHARED = new SpringSessions(BenchmarkDatabase.SHARED);

    private final SessionRepository<? extends Session> repository;
    private final List<String> ids;

    /** What a session knows about its user: as much as {@code me} tells. */
    record SessionUser(long id, String username, String email, boolean staff, boolean superuser)
            implements Serializable {}

    private SpringSessions(BenchmarkDatabase database) {
        DataSource pool = database.pool();
        new ResourceDatabasePopulator(new ClassPathResource("org/springframework/session/jdbc/schema-postgresql.sql"))
                .execute(pool);
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        JdbcIndexedSessionRepository sessions = new JdbcIndexedSessionRepository(new JdbcTemplate(pool), transactions);
        ids = database.members().stream()
                .map(member -> newSession(sessions, user(database, member)))
                .toList();
        repository = sessions;
    }

    private static SessionUser user(BenchmarkDatabase database, BenchmarkDatabase.Member member) {
        var identity = database.accounts().me(member.token());
        return new SessionUser(
                identity.id(), identity.username(), identity.email(), identity.staff(), identity.superuser());
    }

    private static <S extends Session> String newSession(SessionRepository<S> sessions, SessionUser user) {
        S session = sessions.createSession();
        session.setAttribute(ATTRIBUTE, user);
        sessions.save(session);
        return session.getId();
    }

    /** The attribute is read, since the repository leaves it serialized until then. */
    SessionUser anyUser() {
        String id = ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
        Session session = requireNonNull(repository.findById(id), "no such session");
        return requireNonNull(session.getAttribute(ATTRIBUTE), "no user");
    }
}
