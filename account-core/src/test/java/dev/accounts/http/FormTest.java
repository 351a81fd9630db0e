package dev.accounts.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    private static final String TYPE = "application/x-www-form-urlencoded";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "Application/X-WWW-Form-urlencoded; charset=UTF-8",
                "application/x-www-form-urlencoded;charset=utf-8"
            })
    void is_read_without_the_mapper(String contentType) {
        assertThat(fields("username=j%C3%B6+%2B%3d&towns=1&&towns=2&username=last&empty=&bare&j\u00F6=1", contentType))
                .isEqualTo(Map.of(
                        "username", "last", "towns", List.of("1", "2"), "empty", "", "bare", "", "j\u00F6", "1"));
        assertThat(fields("password=%C3%B6+%2B%3d%00", contentType)).isEqualTo(Map.of("password", "\u00F6 +=\0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%4g", "a=%g4", "%=a", "a=%FF", "a=%C3", "a=%ED%A0%80"})
    void is_refused_with_400_if_it_is_malformed_without_repeating_it(String form) {
        HttpReply reply = ((RequestBody.Unreadable) read(form.getBytes(UTF_8), TYPE)).reply();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).isEqualTo(Map.of("detail", "The form is malformed."));
    }

    @Test
    void has_at_most_a_thousand_fields() {
        String form = "towns=1&".repeat(Form.MAX_FIELDS - 1) + "towns=1";

        assertThat(fields(form, TYPE).get("towns")).asInstanceOf(LIST).hasSize(Form.MAX_FIELDS);
        assertThat(read((form + "&").getBytes(UTF_8), TYPE)).isInstanceOf(RequestBody.Unreadable.class);
    }

    @Test
    void is_not_printed() {
        assertThat(read("password=secret".getBytes(UTF_8), TYPE)).hasToString("Form[***]");
    }

    private Map<String, Object> fields(String form, String contentType) {
        return ((Form) read(form.getBytes(UTF_8), contentType)).fields();
    }

    private static Object read(byte[] content, String contentType) {
        return new RequestBody(contentType, RequestBody.MAX_BYTES, text -> "not read").read(content);
    }
}
