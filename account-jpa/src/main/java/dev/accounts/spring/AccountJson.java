package dev.accounts.spring;

import dev.accounts.http.HttpCall;
import dev.accounts.http.servlet.AccountServlet;

/**
 * How the HTTP interface reads and writes JSON. A bean of the host replaces the strict mapper of the library.
 *
 * @param reader parses JSON; docs/http.md lists what it must do
 * @param writer writes JSON
 */
public record AccountJson(HttpCall.JsonReader reader, AccountServlet.JsonWriter writer) {}
