package dev.accounts.example.quarkus;

import dev.accounts.Accounts;
import dev.accounts.http.AccountHttp;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.OneTimeToken;
import dev.accounts.quarkus.AccountRoutes;
import dev.accounts.quarkus.AccountTokenMechanism;
import dev.accounts.quarkus.QuarkusTransactions;
import dev.accounts.spi.AccountStores;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** The account system, in the persistence unit and the transactions of the application. */
@Singleton
class AccountBeans {

    private Future<?> work = CompletableFuture.completedFuture(null);

    @Produces
    @Singleton
    AccountStores stores(DataSource dataSource, EntityManager entityManager) throws SQLException {
        AccountSchema.of(dataSource).createIfMissing();
        return JpaAccountStores.within(QuarkusTransactions.over(entityManager));
    }

    @Produces
    @Singleton
    Accounts accounts(AccountStores stores) {
        return Accounts.over(stores);
    }

    @Produces
    @Singleton
    AccountHttp http(Accounts accounts) {
        return AccountHttp.over(accounts);
    }

    /** Makes the owner of a token the identity of a request. */
    @Produces
    @Singleton
    AccountTokenMechanism tokens(AccountHttp http) {
        return AccountTokenMechanism.over(http);
    }

    void serve(@Observes StartupEvent started, AccountHttp http, Router router) {
        AccountRoutes.over(http).addTo(router);
    }

    /** Delivers messages and removes obsolete rows. */
    void work(@Observes StartupEvent started, Accounts accounts, ScheduledExecutorService executor) {
        Runnable task = accounts.maintenance().recurring(AccountBeans::print);
        work = executor.scheduleWithFixedDelay(task, 1, 5, TimeUnit.SECONDS);
    }

    /** The task must not outlive the persistence unit. */
    void stop(@Observes ShutdownEvent stopping) {
        work.cancel(false);
    }

    /** An application mails the messages; this one prints them. */
    private static void print(AccountMessage message) {
        String token = message.token().map(OneTimeToken::value).orElse("");
        System.out.printf("To %s: %s %s%n", message.address(), message.kind(), token);
    }
}
