package dev.accounts.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActorTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\n\t", "\u0000\u001B", "\u3000", "\u202E", "\uD800"})
    void what_shows_nothing_is_no_source(String source) {
        assertThat(Actor.source(source)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "device 7, тест"})
    void another_source_is_taken_as_it_is(String source) {
        assertThat(Actor.source(source)).contains(source);
    }

    @Test
    void what_would_break_a_line_of_a_log_is_left_out() {
        assertThat(Actor.source(" 192.0.2.7\r\nuser 1 logged in\u001B[2J")).contains("192.0.2.7user 1 logged in[2J");
    }

    @Test
    void a_long_source_is_cut_to_200_code_points() {
        assertThat(Actor.source("\uD83D\uDE00".repeat(201))).contains("\uD83D\uDE00".repeat(200));
        assertThat(Actor.source("a".repeat(1_000_000))).contains("a".repeat(200));
    }

    @Test
    void an_address_of_ipv6_is_named_by_its_network() {
        assertThat(Actor.source("2001:db8:1:2::1")).contains("2001:0db8:0001:0002::/64");
    }
}
