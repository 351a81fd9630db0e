package dev.accounts.internal.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where calls come from, as the host says. */
public final class Sources {

    private static final int MAX_CODE_POINTS = 200;

    private Sources() {}

    public static Optional<String> of(@Nullable String source) {
        return Optional.ofNullable(source)
                .map(given -> Texts.printable(given, MAX_CODE_POINTS))
                .filter(shown -> !shown.isEmpty());
    }
}
