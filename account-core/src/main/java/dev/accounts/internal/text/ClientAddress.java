package dev.accounts.internal.text;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Names the client of a call. A client with IPv6 usually has all addresses of a /64 network, so the network stands for it. */
public final class ClientAddress {

    private static final Pattern IPV6 = Pattern.compile("\\[?([0-9A-Fa-f.]*:[0-9A-Fa-f:.]*)(?:%[^]]*)?]?");
    private static final int GROUPS = 4;

    private ClientAddress() {}

    public static String of(String remote) {
        var address = IPV6.matcher(remote);
        return address.matches() ? network(address.group(1), remote) : remote;
    }

    private static String network(String literal, String remote) {
        try {
            // A literal needs no look-up.
            InetAddress address = InetAddress.getByName(literal);
            if (!(address instanceof Inet6Address)) {
                return address.getHostAddress();
            }
            StringBuilder network = new StringBuilder();
            for (int group = 0; group < GROUPS; group++) {
                network.append(HexFormat.of().formatHex(address.getAddress(), 2 * group, 2 * group + 2))
                        .append(':');
            }
            return network.append(":/64").toString();
        } catch (UnknownHostException noLiteral) {
            return remote;
        }
    }
}
