package dev.accounts.example.quarkus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.accounts.Accounts;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.FastPasswordHasher;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are missing, malformed or dead, on the paths of the library and of the application. */
@QuarkusTest
@TestProfile(Strangers.Guarded.class)
class StrangersTokensTest extends Strangers {

    @Inject
    AccountStores stores;

    @Inject
    EntityManager entityManager;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Token",
                "Token  ",
                "Token x y",
                "TOKEN x",
                "Basic YTpi",
                "Bearer x",
                "Token x\r\nauthorization: Token y"
            })
    void all_paths_judge_the_header_alike(String value) throws Exception {
        String header = "Authorization: " + value;
        String detail = send("GET /auth/users/me/", header, "", "").split("\"", -1)[3];
        assertReply(401, detail, send("GET /auth/users/me/", header, "", ""));
        assertReply(401, detail, send("GET /notes", header, "", ""));
        assertReply(401, detail, send("GET /notes/all", header, "", ""));
    }

    @Test
    void a_second_header_is_not_ignored() throws Exception {
        String detail = "Invalid token header. Token string should not contain spaces.";
        for (String path : new String[] {"/auth/users/me/", "/notes", "/notes/all"}) {
            assertReply(401, detail, send("GET " + path, token(), DEAD, "", ""));
        }
    }

    @Test
    void a_policy_answers_like_the_library() throws Exception {
        assertReply(401, "Authentication credentials were not provided.", send("GET /notes/all", "", ""));
        assertReply(401, "Invalid token.", send("GET /notes/all", DEAD, "", ""));
        assertReply(403, "You do not have permission to perform this action.", send("GET /notes/all", token(), "", ""));
        assertTrue(send("GET /notes", token(), "", "").startsWith("HTTP/1.1 200 "));
    }

    @Test
    void the_application_limits_registrations_by_source() {
        Accounts limited = Accounts.builder(stores)
                .passwordHasher(new FastPasswordHasher())
                .build();
        NoteResource notes = new NoteResource(limited, entityManager);
        int registered = 0;
        try {
            for (; registered < 1000; registered++) {
                NoteResource.SignUp form = new NoteResource.SignUp("many" + registered, "str0ng-Pass-9", "");
                QuarkusTransaction.requiringNew().run(() -> notes.signUp(form, Requests.from("192.0.2.1")));
            }
        } catch (TooManyAttemptsException refused) {
            assertEquals(60, registered);
            QuarkusTransaction.requiringNew()
                    .run(() -> notes.signUp(
                            new NoteResource.SignUp("another", "str0ng-Pass-9", ""), Requests.from("192.0.2.2")));
        }
        assertEquals(60, registered);
    }
}
