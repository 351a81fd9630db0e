package dev.accounts.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:0db8:0001:0002::/64",
        "2001:DB8:1:2::1, 2001:0db8:0001:0002::/64",
        "[2001:db8:1:2::1], 2001:0db8:0001:0002::/64",
        "::1, 0000:0000:0000:0000::/64",
        "fe80::1%eth0, fe80:0000:0000:0000::/64",
        "::ffff:192.0.2.7, 192.0.2.7",
        "unknown, unknown",
        "a:b:c, a:b:c",
        "example.org:80, example.org:80"
    })
    void is_the_address_or_the_network_that_a_client_has_all_addresses_of(String remote, String client) {
        assertThat(ClientAddress.of(remote)).isEqualTo(client);
    }
}
