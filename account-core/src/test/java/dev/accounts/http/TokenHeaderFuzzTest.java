package dev.accounts.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.accounts.BadInput;
import dev.accounts.fixture.FuzzText;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class TokenHeaderFuzzTest {

    static Stream<byte[]> bad_tokens() {
        return BadInput.seeds("token").map(token -> FuzzText.bytes("Token " + FuzzText.of(token)));
    }

    @MethodSource("bad_tokens")
    @FuzzTest
    void a_header_has_either_a_token_or_a_problem(byte[] input) {
        String header = FuzzText.of(input);

        TokenHeader read = TokenHeader.of(header);

        assertThat(read.token().isEmpty()).isEqualTo(read.problem().isPresent());
        assertThat(read.token()).doesNotContainPattern("[ \\t\\r\\n\\x0B\\f]");
        assertThat(header).contains(read.token());
        if (read.problem().isEmpty()) {
            assertThat(TokenHeader.of("Token " + read.token())).isEqualTo(read);
            assertThat(read.toString()).isEqualTo("TokenHeader[token=***, problem=Optional.empty]");
        }
    }
}
