package dev.accounts.example.micronaut;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;

/** Answers the paths of the accounts, and asks for a token on a path of the application. */
@ServerFilter
@ExecuteOn(TaskExecutors.BLOCKING)
class AccountFilter {

    private final AccountHttp accounts;
    private final ObjectMapper json;

    AccountFilter(AccountHttp accounts, ObjectMapper json) {
        this.accounts = accounts;
        this.json = json;
    }

    @RequestFilter({"/auth/**", "/user/**"})
    HttpResponse<?> answer(ServerHttpRequest<?> request) throws IOException {
        String path = request.getUri().toString();
        // Closed, because the connection waits until the whole body is read or dropped.
        try (InputStream body = request.byteBody().toInputStream()) {
            HttpCall call = new HttpCall(
                            request.getMethodName(), path, request.getHeaders().asMap())
                    .client(request.getRemoteAddress().getAddress().getHostAddress())
                    .json(body, text -> json.readValue(text, Object.class));
            return response(accounts.handle(call));
        }
    }

    @RequestFilter("/hello")
    void identify(HttpRequest<?> request) {
        request.setAttribute("caller", accounts.identify(request.getHeaders().get("Authorization")));
    }

    static HttpResponse<?> response(HttpReply reply) {
        MutableHttpResponse<?> response =
                HttpResponse.status(HttpStatus.valueOf(reply.status())).body(reply.body());
        reply.headers().forEach(response::header);
        return response;
    }
}
