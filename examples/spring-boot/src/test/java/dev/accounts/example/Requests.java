package dev.accounts.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Sends requests to a running application. */
record Requests(URI baseUrl) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static void assertError(int status, HttpResponse<String> reply) {
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(reply.body()).matches("\\{\"detail\":\"[^<>]+\"}");
    }

    HttpResponse<String> post(String path, String mediaType, BodyPublisher body) throws Exception {
        return send(to(path).header("Content-Type", mediaType).POST(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path));
    }
}
