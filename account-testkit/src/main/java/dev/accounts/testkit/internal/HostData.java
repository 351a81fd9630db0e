package dev.accounts.testkit.internal;

import dev.accounts.spi.PersonalData;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A host's own data about people.
 *
 * @param name the name of the data in an export
 * @param erasing erases the data of a user
 */
public record HostData(String name, LongConsumer erasing) implements PersonalData {

    @Override
    public @Nullable Object export(long userId) {
        return Map.of("owner", userId);
    }

    @Override
    public void erase(long userId) {
        erasing.accept(userId);
    }
}
