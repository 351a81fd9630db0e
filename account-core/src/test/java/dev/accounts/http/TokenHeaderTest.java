package dev.accounts.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenHeaderTest {

    private static final String NOT_PROVIDED = "Authentication credentials were not provided.";

    @ParameterizedTest
    @ValueSource(
            strings = {"Token abc", "token abc", "TOKEN abc", "Token\tabc", "  Token   abc  ", "Token \u000B\f abc"})
    void the_scheme_may_have_any_case_and_any_white_space_around(String header) {
        assertThat(read(header)).isEqualTo(new TokenHeader("abc", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Bearer abc", "Tokenabc", "abc", "Basic Token abc", "Token,abc", "T\u00F6ken abc"})
    void another_scheme_counts_as_no_credentials(String header) {
        assertThat(read(header)).isEqualTo(new TokenHeader("", Optional.of(NOT_PROVIDED)));
    }

    @Test
    void a_missing_header_counts_as_no_credentials() {
        assertThat(read("").problem()).contains(NOT_PROVIDED);
    }

    @Test
    void the_scheme_alone_is_a_broken_header() {
        assertThat(read("Token").problem()).contains("Invalid token header. No credentials provided.");
        assertThat(read("Token ").problem()).contains("Invalid token header. No credentials provided.");
    }

    @Test
    void a_token_of_two_words_is_a_broken_header() {
        assertThat(read("Token a b").problem())
                .contains("Invalid token header. Token string should not contain spaces.");
    }

    @Test
    void two_headers_are_joined_and_so_refused_however_they_are_spelled() {
        HttpCall repeated =
                HttpCall.of("GET", "/").header("Authorization", "Token a").header("authorization", "Token b");
        HttpCall spelled = new HttpCall(
                "GET", "/", Map.of("Authorization", List.of("Token a"), "AUTHORIZATION", List.of("Token b")));

        assertThat(List.of(repeated, spelled))
                .allSatisfy(call -> assertThat(TokenHeader.of(call.headerValue("Authorization"))
                                .problem())
                        .contains("Invalid token header. Token string should not contain spaces."));
    }

    private static TokenHeader read(String header) {
        return TokenHeader.of(
                HttpCall.of("GET", "/").header("Authorization", header).headerValue("Authorization"));
    }
}
