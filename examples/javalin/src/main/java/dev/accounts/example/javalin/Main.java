package dev.accounts.example.javalin;

import dev.accounts.Accounts;
import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpReply;
import dev.accounts.http.servlet.AccountServlet;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.model.AccountException;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.service.Caller;
import dev.accounts.spi.AccountNotifier;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import tools.jackson.databind.json.JsonMapper;

/** Serves the accounts and a path of its own in Javalin, on an embedded database. */
public final class Main {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String DATABASE =
            "jdbc:h2:./account-example-data/javalin;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    /** Prints the messages that an application mails. */
    private static final AccountNotifier CONSOLE = message -> System.out.println(message.kind() + " for "
            + message.address() + ": "
            + message.token().map(link -> link.uid() + " " + link.value()).orElse("no link"));

    private Main() {}

    @SuppressWarnings("FutureReturnValueIgnored")
    public static void main(String[] arguments) throws Exception {
        JdbcConnectionPool pool = JdbcConnectionPool.create(DATABASE, "sa", "");
        AccountSchema.of(pool).createIfMissing();
        JpaAccountStores stores = JpaAccountStores.over(pool);
        Accounts accounts = Accounts.over(stores);
        Javalin server = started(Integer.parseInt(System.getenv().getOrDefault("SERVER_PORT", "8080")), accounts);
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        scheduler.scheduleWithFixedDelay(accounts.maintenance().recurring(CONSOLE), 1, 5, TimeUnit.SECONDS);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(scheduler, server, stores, pool)));
    }

    static Javalin started(int port, Accounts accounts) {
        AccountHttp http = AccountHttp.over(accounts);
        AccountServlet servlet =
                AccountServlet.over(http, text -> JSON.readValue(text, Object.class), JSON::writeValueAsString);
        return Javalin.create(config -> {
                    // From JDK 21 on.
                    config.concurrency.useVirtualThreads = true;
                    config.jetty.modifyServletContextHandler(handler ->
                            handler.addServletContainerInitializer((classes, context) -> servlet.addTo(context)));
                    config.routes.get("/orders", context -> orders(http, context));
                    config.routes.exception(AccountException.class, (refusal, context) -> {
                        HttpReply reply = AccountHttp.refusal(refusal);
                        reply.headers().forEach(context::header);
                        context.status(reply.status()).result(JSON.writeValueAsString(reply.body()));
                    });
                })
                .start(port);
    }

    private static void orders(AccountHttp http, Context context) {
        Caller caller = http.identify(context.header("Authorization"));
        if (!caller.has("orders.read")) {
            throw new PermissionDeniedException("orders.read");
        }
        context.result("No orders yet, " + caller.identity().username());
    }

    /** Stops what uses the others before them. */
    private static void stop(
            ScheduledExecutorService scheduler, Javalin server, JpaAccountStores stores, JdbcConnectionPool pool) {
        try {
            scheduler.shutdown();
            scheduler.awaitTermination(10, TimeUnit.SECONDS);
            server.stop();
            stores.close();
            pool.dispose();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
