package dev.accounts.example.siege;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Strangers on many connections and from many addresses, who send the next request as soon as they have a reply. They run in a
 * JVM of their own with the lowest priority: strangers elsewhere would not take the application's processors either.
 */
final class Siege {

    static final String WRONG = "wrong: ";

    /** What the strangers must get, or the siege was none: kinds of requests with the beginning of a status. */
    static final List<String> NEEDED =
            List.of("body 4", "login owner ", "login imported ", "login unknown ", "reset 204");

    /** How many seconds more the siege may last until they got it, on a machine that is busy otherwise. */
    private static final int PATIENCE = 120;

    private static final int SOURCES = 1 << 20;
    private static final String HOSTILE = "{\"username\":[" + "{},".repeat(700_000) + "{}]}";
    private static final String HOSTILE_WITHIN_LIMIT = "{\"username\":[" + "{},".repeat(21_800) + "{}]}";

    private final int port;
    private final ExecutorService strangers = Executors.newCachedThreadPool();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger names = new AtomicInteger();

    /** How often each status was the reply to each kind of request. */
    private final Map<String, AtomicInteger> statuses = new ConcurrentHashMap<>();

    /** The first reply that no stranger should get. */
    private volatile Optional<String> wrong = Optional.empty();

    private Siege(int port) {
        this.port = port;
    }

    /** A request of a stranger. */
    private record Request(String kind, String path, String body) {}

    /** Besieges a port for so many seconds, or longer if the strangers did not get a reply to each kind, then prints what they got. */
    public static void main(String[] arguments) throws InterruptedException {
        Siege siege = new Siege(Integer.parseInt(arguments[0]));
        siege.begin();
        TimeUnit.SECONDS.sleep(Long.parseLong(arguments[1]));
        for (int i = 0; i < PATIENCE && !siege.hasAllNeeded(); i++) {
            TimeUnit.SECONDS.sleep(1);
        }
        siege.over.set(true);
        System.out.println(new TreeMap<>(siege.statuses));
        siege.wrong.ifPresent(reply -> System.out.println(WRONG + reply));
        System.exit(0);
    }

    private boolean hasAllNeeded() {
        return NEEDED.stream().allMatch(needed -> statuses.keySet().stream().anyMatch(got -> got.startsWith(needed)));
    }

    private void begin() {
        attack(64, this::hostileBody);
        attack(100, this::login);
        attack(60, number -> login("imported", SiegedApplication.ACCOUNTS));
        attack(60, number -> login("owner", SiegedApplication.ACCOUNTS));
        attack(20, this::registration);
        attack(20, this::reset);
    }

    private void attack(int connections, IntFunction<Request> requests) {
        for (int i = 0; i < connections; i++) {
            strangers.execute(() -> {
                while (!over.get()) {
                    attackOnce(requests);
                }
            });
        }
    }

    /** Keeps one connection as long as the server does, and takes another address with the next. */
    private void attackOnce(IntFunction<Request> requests) {
        try (Client client = new Client(port, ThreadLocalRandom.current().nextInt(2, SOURCES))) {
            boolean open = true;
            for (int i = 0; open && i < 50 && !over.get(); i++) {
                Request request = requests.apply(names.incrementAndGet());
                Client.Reply reply = client.send("POST", request.path(), "", request.body());
                judge(request, reply);
                open = !reply.closes();
            }
        } catch (IOException cut) {
            count("cut");
        }
    }

    private void judge(Request request, Client.Reply reply) {
        count(request.kind() + " " + reply.status());
        boolean refused = reply.status() == 429 || reply.status() == 503;
        boolean fine = reply.status() < 500 || reply.status() == 503;
        if (!fine || (refused && !reply.headers().containsKey("retry-after"))) {
            wrong = Optional.of(request.kind() + ": " + reply);
        }
    }

    private void count(String key) {
        statuses.computeIfAbsent(key, any -> new AtomicInteger()).incrementAndGet();
    }

    private Request hostileBody(int number) {
        return switch (number % 3) {
            case 0 -> new Request("body", "/auth/nothing/here/", HOSTILE);
            case 1 -> new Request("body", "/auth/users/", HOSTILE);
            default -> new Request("body", "/auth/users/", HOSTILE_WITHIN_LIMIT);
        };
    }

    private Request login(int number) {
        return login("nobody" + number + "x", 1);
    }

    private static Request login(String name, int accounts) {
        String username = name + ThreadLocalRandom.current().nextInt(accounts);
        return new Request(
                "login " + (accounts == 1 ? "unknown" : name),
                "/auth/token/login/",
                "{\"username\":\"" + username + "\",\"password\":\"wrong password \"}");
    }

    private Request registration(int number) {
        return new Request(
                "register",
                "/auth/users/",
                "{\"username\":\"new" + number + "\",\"password\":\"" + SiegedApplication.PASSWORD
                        + "\",\"email\":\"new" + number + "@example.org\"}");
    }

    private Request reset(int number) {
        String address = number % 2 == 0 ? "new" + number / 2 : "nobody" + number;
        return new Request("reset", "/auth/users/reset_password/", "{\"email\":\"" + address + "@example.org\"}");
    }
}
