package dev.accounts.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.gson.Gson;
import dev.accounts.fixture.CodesAsTexts;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Registration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class RequestBodyFuzzTest {

    private static final Gson GSON = new Gson();
    private static final Bodies BODIES = new Bodies(CodesAsTexts.messages());
    private static final Set<Integer> REFUSALS = Set.of(400, 413, 415);

    static Stream<byte[]> bodies() {
        return Stream.of(
                        "application/json\n{\"username\":\"ana\",\"password\":\"k12345678\",\"towns\":[1,\"2\"]}",
                        "Application/JSON; charset=\"utf-8\"\n{\"days_count\":1e9,\"towns\":[1.0,null,true,{},[]]}",
                        "application/json\n[[[[{\"a\":[]}]]]]",
                        "application/json; charset=latin1\n{}",
                        "application/x-www-form-urlencoded\nusername=ana&towns=1&towns=%32&days_count=7",
                        "multipart/form-data; boundary=X\n--X\r\nContent-Disposition: form-data; name=a\r\n\r\nb\r\n--X--",
                        "text/plain\nx")
                .map(form -> form.getBytes(UTF_8));
    }

    /** The first line is the media type, the rest is the body. */
    @MethodSource("bodies")
    @FuzzTest
    void a_body_is_refused_or_its_fields_are(byte[] input) {
        int line = 0;
        while (line < input.length && input[line] != '\n') {
            line++;
        }
        String contentType = new String(input, 0, line, UTF_8);
        byte[] content = Arrays.copyOfRange(input, Math.min(line + 1, input.length), input.length);

        Object body = new RequestBody(contentType, RequestBody.MAX_BYTES, text -> GSON.fromJson(text, Object.class))
                .read(content);

        if (body instanceof RequestBody.Unreadable unreadable) {
            assertThat(REFUSALS).contains(unreadable.reply().status());
        }
        readFields(body);
    }

    private static void readFields(Object body) {
        try {
            Fields fields = BODIES.fields(body);
            Registration registration = BODIES.registration(fields);
            assertThat(registration.toString()).contains("password=***");
            assertThat(BODIES.fields(body)).isEqualTo(fields);
            assertThat(TownIds.read(fields.values(), BODIES.messages()).ids()).doesNotContainNull();
            BODIES.login(fields);
            changeProfile(fields);
        } catch (UnreadableBodyException unreadable) {
            assertThat(REFUSALS).contains(unreadable.reply().status());
        } catch (InvalidInputException refused) {
            assertThat(refused.violations()).isNotEmpty();
        }
    }

    private static void changeProfile(Fields fields) {
        ProfileFields.read(fields).answer(change -> {
            assertThat(change.daysCount().orElse(0)).isBetween(Integer.MIN_VALUE, Integer.MAX_VALUE);
            throw new InvalidInputException(List.of(BODIES.messages().violation(Wire.DAYS_COUNT, "too_large", "1")));
        });
    }
}
