package dev.accounts.example.javalin;

import dev.accounts.Accounts;
import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpReply;
import dev.accounts.http.servlet.AccountServlet;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.model.AccountException;
import dev.accounts.service.Caller;
import io.javalin.Javalin;
import io.javalin.http.Context;
import org.h2.jdbcx.JdbcConnectionPool;
import tools.jackson.databind.json.JsonMapper;

/** Serves the accounts and a path of its own in Javalin, on an embedded database. */
public final class Main {

    private static final JsonMapper JSON = new JsonMapper();

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        JdbcConnectionPool database =
                JdbcConnectionPool.create("jdbc:h2:./account-example-data/accounts;WRITE_DELAY=0", "sa", "");
        AccountSchema.of(database).createIfMissing();
        started(8080, Accounts.over(JpaAccountStores.over(database)));
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
                    config.routes.get("/hello", context -> hello(http, context));
                    config.routes.exception(AccountException.class, Main::refuse);
                })
                .start(port);
    }

    private static void hello(AccountHttp http, Context context) {
        Caller caller = http.identify(context.header("Authorization"));
        context.result("Hello, " + caller.identity().username());
    }

    private static void refuse(AccountException refusal, Context context) {
        HttpReply reply = AccountHttp.refusal(refusal);
        reply.headers().forEach(context::header);
        context.status(reply.status()).result(JSON.writeValueAsString(reply.body()));
    }
}
