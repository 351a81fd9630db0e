package dev.accounts.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks that a value holds only types that every JSON mapper can write. */
public final class PlainData {

    private PlainData() {}

    public static void assertPlain(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            assertThat(map.keySet()).allMatch(String.class::isInstance);
            map.values().forEach(PlainData::assertPlain);
        } else if (value instanceof List<?> list) {
            list.forEach(PlainData::assertPlain);
        } else if (value != null) {
            assertThat(value).isInstanceOfAny(String.class, Number.class, Boolean.class);
        }
    }
}
