package dev.accounts.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class AccountHttpFuzzTest {

    private static final String AS_ANA = "\nAuthorization: Token " + FuzzedClient.ANA;
    private static final String AS_ROOT = "\nAuthorization: Token " + FuzzedClient.ROOT;
    private static final String JSON = "\nContent-Type: application/json\n";
    private static final String NEXT = "\n%%\n";
    private static final String LOGIN =
            "POST /auth/token/login/" + JSON + "\n{\"username\":\"ana\",\"password\":\"correct-Horse-7\"}";

    private static final List<String> CHANGES = List.of(
            "PATCH /auth/users/me/",
            "POST /auth/users/",
            "POST /auth/token/login/",
            "POST /auth/users/set_username/",
            "POST /auth/users/set_password/",
            "POST /auth/users/reset_password/",
            "POST /auth/users/reset_password_confirm/",
            "POST /auth/users/reset_username_confirm/",
            "POST /auth/users/activation/",
            "PUT /auth/users/1/",
            "DELETE /auth/users/1/",
            "DELETE /auth/users/me/");

    static Stream<byte[]> requests() {
        return Stream.of(
                        LOGIN,
                        "GET /auth/users/?limit=1" + AS_ROOT,
                        "PATCH /auth/users/me/" + AS_ANA + JSON + "X-Numbers: decimal\n\n"
                                + "{\"days_count\":1e1,\"towns\":[1,\"2\",null]}",
                        register("eve")
                                + NEXT
                                + "POST /auth/users/reset_password/" + JSON + "\n{\"email\":\"eve@example.org\"}"
                                + NEXT
                                + "POST /auth/users/reset_password_confirm/" + JSON + "\n{\"uid\":\"Mw\",\"token\":\""
                                + FuzzedClient.token(3) + "\",\"new_password\":\"n3w-Strong-pass\"}",
                        "DELETE /auth/users/me/" + AS_ANA + JSON
                                + "X-After: 9\n\n{\"current_password\":\"wrong-Horse-7\"}" + NEXT + LOGIN,
                        "POST /auth/users/set_username/" + AS_ANA
                                + "\nContent-Type: application/x-www-form-urlencoded\n\n"
                                + "new_username=b%C3%A4&current_password=correct-Horse-7",
                        "POST /auth/users/set_password/" + AS_ANA
                                + "\nContent-Type: multipart/form-data; boundary=X\n\n"
                                + "--X\r\nContent-Disposition: form-data; name=new_password\r\n\r\nk12345678\r\n--X--",
                        "POST /auth/sessions/personal/" + AS_ANA + JSON
                                + "\n{\"name\":\"script\",\"scopes\":[],\"expires_in_days\":\"30\"}" + NEXT
                                + "GET /auth/users/me/\nAuthorization: Token acpat_" + FuzzedClient.token(3) + NEXT
                                + "PATCH /auth/users/me/\nAuthorization: Token acpat_" + FuzzedClient.token(3),
                        "POST /auth/users/1/act/" + AS_ROOT + JSON
                                + "\n{\"current_password\":\"correct-Horse-7\",\"minutes\":60}" + NEXT
                                + "GET /auth/sessions/\nAuthorization: Token " + FuzzedClient.token(3),
                        "GET /auth/sessions" + AS_ANA + NEXT + "GET /auth/sessions/" + AS_ANA + NEXT
                                + "POST /auth/token/logout" + AS_ANA)
                .map(calls -> calls.getBytes(ISO_8859_1));
    }

    private static String register(String name) {
        return "POST /auth/users/" + JSON + "\n{\"username\":\"" + name + "\",\"password\":\"k12345678\",\"email\":\""
                + name + "@example.org\"}";
    }

    static Stream<byte[]> bodies() {
        return Stream.of(
                new byte[] {0, 14, 1, 6, 13, 7, 3, 1, 1, 4, 20, 5, 1, 1, 6, 1, 9, 7, 9, 3, '1', 'e', '5', 11, 1, '1'},
                new byte[] {0, 14, 1, 5, 6, 1, 1, 4, 127, -1, -1, -1},
                new byte[] {1, 14, 2, 0, 11, 3, 'e', 'v', 'e', 1, 11, 8, 'k', '1', '2', '3', '4', '5', '6', '7'});
    }

    @MethodSource("requests")
    @FuzzTest
    void every_reply_to_a_request_is_one_of_the_contract_and_has_no_secret(byte[] input) {
        FuzzedClient client = new FuzzedClient();
        FuzzedCall.read(input).forEach(client::send);
    }

    /** The first byte chooses the operation, the rest makes the body. */
    @MethodSource("bodies")
    @FuzzTest
    void every_reply_to_a_parsed_body_is_one_of_the_contract(byte[] input) {
        int choice = input.length == 0 ? 0 : (input[0] & 0xFF) % CHANGES.size();
        String[] change = CHANGES.get(choice).split(" ", 2);
        Object body = new FuzzedBody(Arrays.copyOfRange(input, Math.min(1, input.length), input.length)).read();
        new FuzzedClient().send(change[0], change[1], body);
    }
}
