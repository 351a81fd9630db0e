package dev.accounts.testkit.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A body whose media type names a charset that no server knows, or that is no charset at all. Some servers fail when they are
 * asked for the type of such a body.
 */
record OtherCharset(String contentType, String body) {

    private static final String PART =
            "--XbX\r\nContent-Disposition: form-data; name=\"username\"\r\n\r\nana\r\n--XbX--\r\n";

    static Stream<OtherCharset> all() {
        return Stream.of("foo", "\"a b\"")
                .flatMap(charset -> Stream.of(
                        new OtherCharset("application/json; charset=" + charset, "{}"),
                        new OtherCharset("application/x-www-form-urlencoded; charset=" + charset, "username=ana"),
                        new OtherCharset("multipart/form-data; boundary=XbX; charset=" + charset, PART),
                        new OtherCharset("text/plain; charset=" + charset, "ana")));
    }

    void assertRefused(RawHttpClient client) {
        RawReply reply = client.send(
                new RawRequest("POST", "/auth/users/", Map.of("Content-Type", contentType), Optional.of(body)));
        assertThat(reply.status()).as("%s: status", contentType).isEqualTo(415);
        assertThat(StrictJson.parse(reply.text()).getAsJsonObject().keySet())
                .as("%s: body", contentType)
                .containsExactly("detail");
    }
}
