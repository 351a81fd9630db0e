package dev.accounts.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Registration;
import dev.accounts.model.ViolationMessages;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {

    private final Bodies bodies = new Bodies(ViolationMessages.english());

    static Stream<Object> otherTypes() {
        return Stream.of(1, 1.5, true, List.of("a"), Map.of("a", "b"));
    }

    @Nested
    class OfARegistration {

        @Test
        void are_read_field_by_field_and_nothing_else_is() {
            Registration read = registration(
                    Map.of("username", " a ", "password", " b ", "email", "c", "found", "x", "is_staff", true));

            assertThat(read).isEqualTo(Registration.of(" a ", " b ").email("c"));
        }

        @Test
        void may_lack_any_field() {
            assertThat(registration(Map.of())).isEqualTo(Registration.of(null, null));
        }

        @Test
        void give_the_service_what_it_refuses_for_null_and_other_types() {
            Map<String, Object> body = new HashMap<>();
            body.put("username", null);
            body.put("password", 12345678);
            body.put("email", null);

            Registration read = registration(body);

            assertThat(read.username()).isNull();
            assertThat(read.password()).isNull();
            assertThat(read.email()).isEqualTo("\0");
        }
    }

    @Nested
    class OfALogin {

        @Test
        void may_lack_any_field() {
            assertThat(login(Map.of())).isEqualTo(new Bodies.Login(null, null, null));
            assertThat(login(Map.of("username", "a", "password", " b ", "label", "c")))
                    .isEqualTo(new Bodies.Login("a", " b ", "c"));
        }

        @ParameterizedTest
        @MethodSource("dev.accounts.http.BodiesTest#otherTypes")
        void refuse_other_types(Object other) {
            assertThat(problems(other, other))
                    .containsExactly("password: Not a valid string.", "username: Not a valid string.");
            assertThat(problems(Map.of("username", "a", "password", "b", "label", other)))
                    .containsExactly("label: Not a valid string.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\u00A0", "\u0085\u3000\t"})
        void refuse_blank_texts(String blank) {
            assertThat(problems(blank, "b")).containsExactly("username: This field may not be blank.");
            assertThat(problems("a", blank)).containsExactly("password: This field may not be blank.");
            assertThat(login(Map.of("label", blank)).label()).isEqualTo(blank);
        }

        @Test
        void refuse_null_and_nul() {
            assertThat(problems(null, "\0a"))
                    .containsExactly(
                            "password: Null characters are not allowed.", "username: This field may not be null.");
            assertThat(problems(Map.of("label", "\0"))).containsExactly("label: Null characters are not allowed.");
        }

        @Test
        void print_nothing() {
            assertThat(new Bodies.Login("kust2", "secret", "phone")).hasToString("Login[***]");
        }

        private List<String> problems(Object username, Object password) {
            Map<String, Object> body = new HashMap<>();
            body.put("username", username);
            body.put("password", password);
            return problems(body);
        }

        private List<String> problems(Map<String, Object> body) {
            return catchThrowableOfType(InvalidInputException.class, () -> login(body)).violations().stream()
                    .map(violation -> violation.field() + ": " + violation.message())
                    .toList();
        }
    }

    @Nested
    class ThatAreNoMap {

        @Test
        void are_answered_by_the_name_of_their_type() {
            assertThat(answer(null)).isEqualTo("No data provided");
            assertThat(answer("x")).isEqualTo("Invalid data. Expected a dictionary, but got str.");
            assertThat(answer(Arrays.asList(1, 2))).isEqualTo("Invalid data. Expected a dictionary, but got list.");
            assertThat(answer(1)).isEqualTo("Invalid data. Expected a dictionary, but got int.");
            assertThat(answer(1.5)).isEqualTo("Invalid data. Expected a dictionary, but got float.");
            assertThat(answer(true)).isEqualTo("Invalid data. Expected a dictionary, but got bool.");
        }

        @Test
        void are_answered_as_they_could_not_be_read() {
            HttpReply reply = HttpReply.detail(413, "too large");

            UnreadableBodyException thrown = catchThrowableOfType(
                    UnreadableBodyException.class, () -> bodies.fields(new RequestBody.Unreadable(reply)));

            assertThat(thrown.reply()).isSameAs(reply);
        }

        private String answer(Object body) {
            HttpReply reply = catchThrowableOfType(UnreadableBodyException.class, () -> bodies.fields(body))
                    .reply();
            assertThat(reply.status()).isEqualTo(400);
            return (String) ((List<?>) ((Map<?, ?>) reply.body()).get("non_field_errors")).get(0);
        }
    }

    private Registration registration(Map<String, Object> body) {
        return bodies.registration(bodies.fields(body));
    }

    private Bodies.Login login(Map<String, Object> body) {
        return bodies.login(bodies.fields(body));
    }
}
