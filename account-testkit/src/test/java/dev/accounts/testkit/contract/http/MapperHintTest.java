package dev.accounts.testkit.contract.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.sun.net.httpserver.HttpServer;
import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import dev.accounts.testkit.TestAccounts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hosts whose JSON mapper lacks a setting, and what the failure of a recorded case tells them. */
class MapperHintTest {

    private static final Gson GOOD = good().create();

    private static GsonBuilder good() {
        return new GsonBuilder()
                .setStrictness(Strictness.STRICT)
                .setObjectToNumberStrategy(ToNumberPolicy.BIG_DECIMAL)
                .serializeNulls();
    }

    @Test
    void a_good_mapper_passes() {
        for (String name : new String[] {"body: trailing garbage", "body: malformed JSON", "user: somebody else"}) {
            assertThatNoException().isThrownBy(() -> replay(name, text -> read(GOOD, text), GOOD));
        }
    }

    @Test
    void a_mapper_that_ignores_text_after_the_value_is_told_the_setting_of_jackson_2() {
        assertFails(
                "body: trailing garbage",
                text -> read(GOOD, text.substring(0, text.indexOf('}') + 1)),
                GOOD,
                "DeserializationFeature.FAIL_ON_TRAILING_TOKENS");
    }

    @Test
    void a_mapper_that_reads_what_is_not_json_is_told_the_setting_of_gson() {
        assertFails("body: malformed JSON", text -> Map.of(), GOOD, "Strictness.STRICT");
    }

    @Test
    void a_mapper_that_reads_numbers_as_fractions_is_told_the_setting_of_gson() {
        assertFails("register: success with towns", text -> read(new Gson(), text), GOOD, "ToNumberPolicy.BIG_DECIMAL");
    }

    @Test
    void a_mapper_that_writes_numbers_as_fractions_is_told_so() {
        Gson fractions = good().registerTypeHierarchyAdapter(Long.class, (JsonSerializer<Long>)
                        (number, type, context) -> new JsonPrimitive(number.doubleValue()))
                .create();

        assertFails(
                "register: success without towns",
                text -> read(new Gson(), text),
                fractions,
                "turns integers into fractions");
    }

    @Test
    void a_mapper_that_leaves_nulls_out_is_told_the_setting() {
        Gson withoutNulls = new Gson();

        assertFails("user: somebody else", text -> read(GOOD, text), withoutNulls, "serializeNulls()");
    }

    /** As {@code NON_EMPTY} of Jackson does, which is the default of Micronaut. */
    @Test
    void a_mapper_that_leaves_empty_texts_out_is_told_the_setting() {
        Gson withoutEmpty = good().registerTypeHierarchyAdapter(Map.class, (JsonSerializer<Map<?, ?>>)
                        (map, type, context) -> {
                            JsonObject object = new JsonObject();
                            map.forEach((name, value) -> {
                                if (!"".equals(value)) {
                                    object.add(String.valueOf(name), context.serialize(value));
                                }
                            });
                            return object;
                        })
                .create();

        assertFails("user: somebody else", text -> read(GOOD, text), withoutEmpty, "jackson.serialization-inclusion");
    }

    @Test
    void a_failure_that_is_not_the_mappers_names_no_setting() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> replay(
                        "register: success without towns",
                        text -> Map.of("username", "another", "password", "str0ng-Pass-9"),
                        GOOD))
                .withMessageNotContaining("mapper");
    }

    private static void assertFails(String name, HttpCall.JsonReader reader, Gson writer, String setting) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> replay(name, reader, writer))
                .withMessageContaining("The host's JSON mapper ")
                .withMessageContaining(setting);
    }

    private static Object read(Gson gson, String text) {
        return gson.fromJson(text, Object.class);
    }

    private static void replay(String name, HttpCall.JsonReader reader, Gson writer) throws IOException {
        RecordedCase recorded = RecordedCase.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TestAccounts accounts = TestAccounts.create();
        AccountHttpContract.createTowns(accounts.service().towns());
        server.createContext("/", exchange -> {
            HttpReply reply = accounts.http()
                    .handle(new HttpCall(
                                    exchange.getRequestMethod(),
                                    exchange.getRequestURI().getRawPath(),
                                    exchange.getRequestHeaders())
                            .json(exchange.getRequestBody(), reader));
            byte[] body = reply.body() == null
                    ? new byte[0]
                    : writer.toJson(reply.body()).getBytes(UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            recorded.replay(
                    new RawHttpClient(
                            URI.create("http://localhost:" + server.getAddress().getPort())),
                    false);
        } finally {
            server.stop(0);
        }
    }
}
