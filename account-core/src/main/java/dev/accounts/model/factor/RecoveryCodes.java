package dev.accounts.model.factor;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * New recovery codes at the only moment at which they are seen. Each is good once. {@link #toString} prints how many there are.
 *
 * @param codes the codes for the owner to keep, each 24 letters and digits in groups of four: 120 random bits
 */
public record RecoveryCodes(List<String> codes) {

    /** How many codes an owner has at most. */
    public static final int MOST = 10;

    /** No codes. */
    public static final RecoveryCodes NONE = new RecoveryCodes(List.of());

    /**
     * Copies the codes.
     *
     * @throws NullPointerException if the list or a code is null
     */
    public RecoveryCodes {
        requireNonNull(codes, "codes").forEach(element -> requireNonNull(element, "codes"));
        codes = List.copyOf(codes);
    }

    @Override
    public String toString() {
        return "RecoveryCodes[" + codes.size() + "]";
    }
}
