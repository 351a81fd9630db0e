package dev.accounts.testkit.contract.http;

import java.util.Map;

/**
 * A reply as it came over the wire.
 *
 * @param headers each header's value by its lower-case name; several values are joined with a comma
 * @param text the body, read as UTF-8
 */
record RawReply(int status, Map<String, String> headers, String text) {}
