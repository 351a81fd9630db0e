package dev.accounts.internal.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises an IP address in brackets, which RFC 5321 (4.1.3) allows in place of a domain. It resolves nothing. */
final class IpLiteral {

    private static final Pattern BRACKETS = Pattern.compile("\\[([0-9A-Fa-f:.]+)]");
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern HEX_GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final int IPV6_GROUPS = 8;

    private IpLiteral() {}

    static boolean matches(String domain) {
        Matcher literal = BRACKETS.matcher(domain);
        return literal.matches() && (IPV4.matcher(literal.group(1)).matches() || isIpv6(literal.group(1)));
    }

    private static boolean isIpv6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text) == IPV6_GROUPS;
        }
        String before = text.substring(0, gap);
        String after = text.substring(gap + 2);
        int groups = (before.isEmpty() ? 0 : hexGroups(before)) + (after.isEmpty() ? 0 : groups(after));
        return groups < IPV6_GROUPS && !after.contains("::");
    }

    /** Counts the 16-bit groups. An IPv4 address at the end counts as two. Malformed text gives a number that is too large. */
    private static int groups(String text) {
        int lastColon = text.lastIndexOf(':');
        if (!IPV4.matcher(text.substring(lastColon + 1)).matches()) {
            return hexGroups(text);
        }
        return lastColon < 0 ? 2 : 2 + hexGroups(text.substring(0, lastColon));
    }

    private static int hexGroups(String text) {
        String[] groups = text.split(":", -1);
        for (String group : groups) {
            if (!HEX_GROUP.matcher(group).matches()) {
                return IPV6_GROUPS + 1;
            }
        }
        return groups.length;
    }
}
