package dev.accounts.example.shared;

import dev.accounts.Accounts;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.contract.http.AccountHttpContract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The application, on a database, and calls of it. */
abstract class SharedApplication extends AccountHttpContract {

    static final String PASSWORD = "correct-Horse-7";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static ConfigurableApplicationContext application;

    static void start(String url) {
        application = SpringApplication.run(
                Application.class,
                "--server.port=0",
                "--logging.level.root=WARN",
                "--spring.datasource.url=" + url,
                "--accounts.schema=create",
                "--accounts.limits.sources=false");
        createFixtures(application.getBean(Accounts.class));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Override
    protected URI baseUrl() {
        return URI.create("http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    protected boolean isGuarded() {
        return true;
    }

    HttpResponse<String> call(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl() + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    static String authorization(String username) {
        return authorization(username, PASSWORD);
    }

    static String authorization(String username, String password) {
        AccountService accounts = application.getBean(Accounts.class).service();
        return "Token " + accounts.login(username, password).value();
    }
}
