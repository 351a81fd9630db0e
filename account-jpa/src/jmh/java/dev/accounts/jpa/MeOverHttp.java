package dev.accounts.jpa;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.accounts.Accounts;
import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import dev.accounts.http.servlet.AccountServlet;
import dev.accounts.jpa.BenchmarkDatabase.Member;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Tomcat with the servlet of the accounts, wired as in {@code examples/servlet}, and with one that sends the same bytes without
 * looking anything up, and one that looks the token up by hand before. Their requests differ in the path alone, which is as long;
 * the replies in nothing.
 */
final class MeOverHttp {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SERVICE = "/auth/users/me/";
    private static final String FIXED = "/same/users/me/";
    private static final String BY_HAND = "/hand/users/me/";

    private final int port;
    private final int length;
    private final List<byte[]> service;
    private final List<byte[]> fixed;
    private final List<byte[]> byHand;

    static MeOverHttp onDatabase() {
        BenchmarkDatabase database = BenchmarkDatabase.SHARED;
        return new MeOverHttp(
                database.system(),
                database.members().stream().map(Member::token).toList());
    }

    static MeOverHttp inMemory() {
        MemoryMembers members = new MemoryMembers();
        return new MeOverHttp(members.system(), members.tokens());
    }

    /** The members whose replies are as long as that of the last take part: nearly all. */
    private MeOverHttp(Accounts accounts, List<String> tokens) {
        AccountHttp http = AccountHttp.over(accounts);
        AccountServlet servlet =
                AccountServlet.over(http, text -> JSON.readValue(text, Object.class), JSON::writeValueAsString);
        String last = tokens.get(tokens.size() - 1);
        HttpReply reply = http.handle(HttpCall.of("GET", SERVICE).header("Authorization", "Token " + last));
        byte[] body = JSON.writeValueAsString(reply.body()).getBytes(UTF_8);
        port = start(context -> {
            servlet.addTo(context);
            context.addServlet("same", new FixedReply(request -> {}, reply.headers(), body))
                    .addMapping("/same/*");
            context.addServlet("hand", new FixedReply(MeOverHttp::lookUp, reply.headers(), body))
                    .addMapping("/hand/*");
        });
        try (KeepAliveClient client = new KeepAliveClient(port)) {
            String sent = client.exchange(request(SERVICE, last));
            requireEqual(sent, client.exchange(request(FIXED, last)));
            length = sent.length();
            List<String> alike = tokens.stream()
                    .filter(token -> client.exchange(request(SERVICE, token)).length() == length)
                    .toList();
            service = alike.stream().map(token -> request(SERVICE, token)).toList();
            fixed = alike.stream().map(token -> request(FIXED, token)).toList();
            byHand = alike.stream().map(token -> request(BY_HAND, token)).toList();
        }
    }

    /** Starts a server with its defaults, except that a connection stays open for any number of requests; returns its port. */
    private static int start(Consumer<ServletContext> servlets) {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(System.getProperty("java.io.tmpdir"));
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        tomcat.addContext("", null)
                .addServletContainerInitializer((classes, context) -> servlets.accept(context), null);
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
        return tomcat.getConnector().getLocalPort();
    }

    private static void lookUp(HttpServletRequest request) {
        try (Connection connection = BenchmarkDatabase.SHARED.pool().getConnection()) {
            MeBenchmark.owner(connection, request.getHeader("Authorization").substring("Token ".length()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] request(String path, String token) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Token " + token
                        + "\r\nUser-Agent: benchmark\r\nAccept: application/json\r\n\r\n")
                .getBytes(ISO_8859_1);
    }

    private static void requireEqual(String reply, String other) {
        if (!reply.startsWith("HTTP/1.1 200 ") || !undated(reply).equals(undated(other))) {
            throw new IllegalStateException("not the same replies: " + reply + other);
        }
    }

    private static String undated(String reply) {
        return reply.replaceFirst("Date: [^\r]*\r\n", "");
    }

    int port() {
        return port;
    }

    /** Asks the accounts who a member is. */
    String service(KeepAliveClient client) {
        return exchange(client, service);
    }

    /** Asks the servlet that sends the same bytes. */
    String fixed(KeepAliveClient client) {
        return exchange(client, fixed);
    }

    /** Asks the servlet that sends the same bytes after a look-up by hand, in the database. */
    String byHand(KeepAliveClient client) {
        return exchange(client, byHand);
    }

    private String exchange(KeepAliveClient client, List<byte[]> requests) {
        String reply = client.exchange(requests.get(ThreadLocalRandom.current().nextInt(requests.size())));
        if (reply.length() != length) {
            throw new IllegalStateException("not the expected reply: " + reply);
        }
        return reply;
    }
}
