package dev.accounts.internal.factor;

import java.util.Optional;

/**
 * The result of a step that a proof allows.
 *
 * @param isWrong whether the proof was wrong or was used before
 * @param value what the step gave; empty if it was not taken
 */
public record Taken<T>(boolean isWrong, Optional<T> value) {

    public static <T> Taken<T> done(T value) {
        return new Taken<>(false, Optional.of(value));
    }

    public static <T> Taken<T> wrong() {
        return new Taken<>(true, Optional.empty());
    }

    /** Something else than the proof stopped the step. */
    public static <T> Taken<T> stopped() {
        return new Taken<>(false, Optional.empty());
    }
}
