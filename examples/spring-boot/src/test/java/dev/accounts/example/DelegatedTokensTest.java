package dev.accounts.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.Accounts;
import dev.accounts.model.Registration;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The curl lines of the README of this example: a token for a script, and staff who act as a user. */
class DelegatedTokensTest {

    private static final String PASSWORD = "k12345678";

    @Test
    void are_issued_over_http() throws Exception {
        try (ConfigurableApplicationContext application =
                SpringApplication.run(Application.class, "--server.port=0", "--accounts.contract-fixtures=true")) {
            Accounts accounts = application.getBean(Accounts.class);
            Requests requests = new Requests(URI.create("http://localhost:"
                    + application.getEnvironment().getRequiredProperty("local.server.port") + "/auth"));
            long ana = accounts.service()
                    .register(Registration.of("ana", PASSWORD))
                    .id();
            long root = accounts.service()
                    .register(Registration.of("root7", PASSWORD))
                    .id();
            accounts.maintenance().appointSuperuser(root);

            String script = issued(
                    requests,
                    "/sessions/personal/",
                    accounts.service().login("ana", PASSWORD).value(),
                    "{\"name\":\"backup\",\"expires_in_days\":30}");
            String acting = issued(
                    requests,
                    "/users/" + ana + "/act/",
                    accounts.service().login("root7", PASSWORD).value(),
                    "{\"current_password\":\"" + PASSWORD + "\"}");

            assertThat(script).startsWith("acpat_");
            assertThat(accounts.service().me(script).username()).isEqualTo("ana");
            assertThat(accounts.service().me(acting).delegation().actorId()).contains(root);
        }
    }

    private static String issued(Requests requests, String path, String token, String body) throws Exception {
        HttpResponse<String> reply = requests.send(requests.to(path)
                .header("Authorization", "Token " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        return new JsonMapper().readTree(reply.body()).get("auth_token").asString();
    }
}
