package dev.accounts.example.quarkus;

import dev.accounts.Accounts;
import dev.accounts.http.AccountHttp;
import dev.accounts.quarkus.AccountRoutes;
import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.FastPasswordHasher;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.Mock;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The same account system, without the price of hashes and without limits by source: all tests have one address. */
class TestBeans {

    @Mock
    @Produces
    @Singleton
    Accounts accounts(AccountStores stores) {
        return Accounts.builder(stores)
                .passwordHasher(new FastPasswordHasher())
                .withoutSourceLimits()
                .build();
    }

    /** Serves the same below other paths, also where a body handler or another router stands before. */
    void serve(@Observes StartupEvent started, AccountHttp http, Router router, Vertx vertx) {
        AccountRoutes.over(http).below("/own").addTo(router);
        router.route("/read/*").handler(BodyHandler.create(false));
        AccountRoutes.over(http).below("/read").addTo(router);
        Router inner = Router.router(vertx);
        AccountRoutes.over(http).below("/inner").addTo(inner);
        router.route("/outer/*").subRouter(inner);
    }
}
