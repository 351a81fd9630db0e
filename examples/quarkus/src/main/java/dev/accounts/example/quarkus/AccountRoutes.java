package dev.accounts.example.quarkus;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Serves the HTTP interface of the accounts, on worker threads. */
@ApplicationScoped
class AccountRoutes {

    private final AccountHttp accounts;
    private final ObjectReader reader;

    AccountRoutes(AccountHttp accounts, ObjectMapper mapper) {
        this.accounts = accounts;
        this.reader = mapper.readerFor(Object.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    void serve(@Observes StartupEvent started, Router router) {
        router.routeWithRegex("/(auth|user)/.*")
                .handler(BodyHandler.create(false).setBodyLimit(128 * 1024))
                .blockingHandler(this::answer, false)
                .failureHandler(AccountRoutes::refuse);
    }

    /** Vert.x cannot read the body. Quarkus would log that with a stack trace for each request. */
    private static void refuse(RoutingContext context) {
        if (context.statusCode() < 500) {
            context.response().setStatusCode(context.statusCode()).end();
        } else {
            context.next();
        }
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        Buffer body = context.body().buffer();
        HttpReply reply =
                accounts.handle(new HttpCall(request.method().name(), request.uri(), values(request.headers()))
                        .client(request.remoteAddress().hostAddress())
                        .json(body == null ? null : body.getBytes(), reader::readValue)
                        .multipart(() -> values(request.formAttributes())));
        context.response().setStatusCode(reply.status());
        reply.headers().forEach(context.response()::putHeader);
        context.end(reply.body() == null ? "" : Json.encode(reply.body()));
    }

    private static Map<String, List<String>> values(MultiMap all) {
        return all.names().stream().collect(Collectors.toMap(name -> name, all::getAll));
    }
}
