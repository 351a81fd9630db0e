package dev.accounts.jpa.host;

import static java.util.Objects.requireNonNull;

import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.spi.AccountTransactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The same with a seam that is made of lambdas, and with an entity manager like Micronaut's. */
@OnEachDatabase
public class GivenTransactionsTest extends HostTransactionsTest {

    @Override
    JpaAccountStores stores(SpringHost application) {
        return JpaAccountStores.within(seam(application, TransactionSynchronizationManager::isActualTransactionActive));
    }

    static AccountTransactions seam(SpringHost application, BooleanSupplier underWay) {
        EntityManagerFactory unit = requireNonNull(application.unit().getObject());
        TransactionTemplate apart =
                new TransactionTemplate(requireNonNull(application.transaction().getTransactionManager()));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return AccountTransactions.of(
                withoutDefault(SharedEntityManagerCreator.createSharedEntityManager(unit)),
                underWay,
                in(application.transaction()),
                in(apart));
    }

    /** Makes a session that lacks a default method of sessions. */
    private static EntityManager withoutDefault(EntityManager entityManager) {
        return (EntityManager) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("doReturningWork")) {
                        throw new UnsupportedOperationException();
                    }
                    try {
                        return method.invoke(entityManager, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Consumer<Runnable> in(TransactionTemplate template) {
        return work -> template.executeWithoutResult(status -> work.run());
    }
}
