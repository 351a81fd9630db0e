package dev.accounts.example.servlet;

import dev.accounts.Accounts;
import dev.accounts.http.AccountHttp;
import dev.accounts.http.servlet.AccountServlet;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.spi.AccountNotifier;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.h2.jdbcx.JdbcConnectionPool;
import tools.jackson.databind.json.JsonMapper;

/** Serves the accounts and a path of its own in Tomcat, on an embedded database. */
public final class Main {

    static final JsonMapper JSON = new JsonMapper();
    private static final String DATABASE =
            "jdbc:h2:./account-example-data/servlet;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

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
        Tomcat server = started(Integer.parseInt(System.getenv().getOrDefault("SERVER_PORT", "8080")), accounts);
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        scheduler.scheduleWithFixedDelay(accounts.maintenance().recurring(CONSOLE), 1, 5, TimeUnit.SECONDS);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(scheduler, server, stores, pool)));
    }

    static Tomcat started(int port, Accounts accounts) throws LifecycleException {
        AccountHttp http = AccountHttp.over(accounts);
        AccountServlet servlet =
                AccountServlet.over(http, text -> JSON.readValue(text, Object.class), JSON::writeValueAsString);
        Tomcat tomcat = new Tomcat();
        tomcat.setPort(port);
        Context context = tomcat.addContext("", null);
        context.addServletContainerInitializer((classes, started) -> servlet.addTo(started), null);
        Tomcat.addServlet(context, "orders", new OrdersServlet(http)).addMapping("/orders");
        ErrorReportValve errors = new ErrorReportValve();
        errors.setShowReport(false);
        errors.setShowServerInfo(false);
        tomcat.getHost().getPipeline().addValve(errors);
        tomcat.getConnector();
        tomcat.start();
        return tomcat;
    }

    /** Stops what uses the others before them. */
    private static void stop(
            ScheduledExecutorService scheduler, Tomcat server, JpaAccountStores stores, JdbcConnectionPool pool) {
        try {
            scheduler.shutdown();
            scheduler.awaitTermination(10, TimeUnit.SECONDS);
            server.stop();
            stores.close();
            pool.dispose();
        } catch (InterruptedException | LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }
}
