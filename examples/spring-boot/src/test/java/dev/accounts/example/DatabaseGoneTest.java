package dev.accounts.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class DatabaseGoneTest {

    @Test
    void is_told_alike_on_the_paths_of_the_application_and_of_the_library() throws Exception {
        try (ConfigurableApplicationContext application =
                SpringApplication.run(Application.class, "--server.port=0", "--accounts.contract-fixtures=true")) {
            application.getBean(HikariDataSource.class).close();
            Requests requests = new Requests(URI.create(
                    "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port")));

            for (String path : new String[] {"/towns", "/user/1/"}) {
                HttpResponse<String> reply =
                        requests.send(requests.to(path).header("Authorization", "Token " + "0123456789".repeat(4)));
                assertThat(reply.statusCode()).as(path).isEqualTo(503);
                assertThat(reply.headers().firstValue("Retry-After")).contains("5");
                assertThat(reply.body()).isEqualTo("{\"detail\":\"Temporarily unavailable. Nothing was changed.\"}");
            }
        }
    }
}
