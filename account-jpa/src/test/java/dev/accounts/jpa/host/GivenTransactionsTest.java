package dev.accounts.jpa.host;

import static java.util.Objects.requireNonNull;

import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.spi.AccountTransactions;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Consumer;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The same with a seam that is made of lambdas. */
@OnEachDatabase
public class GivenTransactionsTest extends HostTransactionsTest {

    @Override
    JpaAccountStores stores(SpringHost application) {
        EntityManagerFactory unit = requireNonNull(application.unit().getObject());
        TransactionTemplate apart =
                new TransactionTemplate(requireNonNull(application.transaction().getTransactionManager()));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return JpaAccountStores.within(AccountTransactions.of(
                SharedEntityManagerCreator.createSharedEntityManager(unit),
                TransactionSynchronizationManager::isActualTransactionActive,
                in(application.transaction()),
                in(apart)));
    }

    private static Consumer<Runnable> in(TransactionTemplate template) {
        return work -> template.executeWithoutResult(status -> work.run());
    }
}
