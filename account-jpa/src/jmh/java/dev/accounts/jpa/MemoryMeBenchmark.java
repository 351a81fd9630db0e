package dev.accounts.jpa;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.accounts.model.Identity;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.ConcurrentHashMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** {@code me} over the stores in memory against what no look-up by a digest can do without: SHA-256 and a map. */
@State(Scope.Benchmark)
public class MemoryMeBenchmark {

    private static final MemoryMembers MEMBERS = new MemoryMembers();
    private static final ConcurrentHashMap<BigInteger, Identity> BY_DIGEST = new ConcurrentHashMap<>();

    static {
        MEMBERS.tokens()
                .forEach(
                        token -> BY_DIGEST.put(digest(token), MEMBERS.accounts().me(token)));
    }

    private static BigInteger digest(String token) {
        try {
            return new BigInteger(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Benchmark
    public Identity service() {
        return MEMBERS.accounts().me(MEMBERS.anyToken());
    }

    @Benchmark
    public Identity map() {
        return BY_DIGEST.get(digest(MEMBERS.anyToken()));
    }
}
