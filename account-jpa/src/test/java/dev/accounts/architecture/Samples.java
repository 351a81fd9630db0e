package dev.accounts.architecture;

import dev.accounts.Accounts;
import dev.accounts.AccountsBuilder;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.django.DjangoImport;
import dev.accounts.model.AccountException;
import dev.accounts.model.TokenDigest;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.model.delegation.PersonalTokenRequest;
import dev.accounts.policy.PasskeyPolicy;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.service.AccountService;
import dev.accounts.spi.Claim;
import dev.accounts.testkit.TestAccounts;
import dev.accounts.testkit.memory.InMemoryAccountStores;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** Valid values of the types that stand in the API. */
final class Samples {

    private final TestAccounts system = TestAccounts.create();
    private final Map<Class<?>, Supplier<?>> known = new HashMap<>();

    Samples() {
        values();
        AccountService service = system.service();
        AccountAdministration administration = system.administration();
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:");
        add(Accounts.class, system::accounts);
        add(AccountService.class, () -> service);
        add(AccountAdministration.class, () -> administration);
        add(AccountMaintenance.class, system::maintenance);
        add(AccountsBuilder.class, () -> Accounts.builder(new InMemoryAccountStores()));
        add(JpaAccountStores.class, () -> JpaAccountStores.overUnchecked(database));
        add(DjangoImport.Builder.class, () -> DjangoImport.from(database));
        for (Object actor : List.of(service, administration)) {
            parts(actor);
        }
    }

    private void values() {
        List.<Class<?>>of(String.class, CharSequence.class, Object.class)
                .forEach(type -> known.put(type, () -> "sample"));
        add(InputStream.class, InputStream::nullInputStream);
        add(Throwable.class, IllegalStateException::new);
        add(Optional.class, Optional::empty);
        add(OptionalInt.class, OptionalInt::empty);
        List.<Class<?>>of(List.class, Collection.class).forEach(type -> known.put(type, List::of));
        add(Set.class, Set::of);
        add(Map.class, Map::of);
        add(UUID.class, () -> new UUID(0, 1));
        add(Path.class, () -> Path.of("sample"));
        add(Duration.class, () -> Duration.ofMinutes(5));
        add(Instant.class, () -> Instant.EPOCH);
        add(InstantSource.class, InstantSource::system);
        add(ZoneId.class, () -> ZoneOffset.UTC);
        add(Locale.class, () -> Locale.ROOT);
        add(TokenDigest.class, () -> TokenDigest.of("a".repeat(40)));
        add(ResourceBundle.class, () -> new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[][] {};
            }
        });
        add(PasskeyPolicy.class, () -> PasskeyPolicy.of("example.org", "https://example.org"));
        add(
                PersonalTokenRequest.class,
                () -> new PersonalTokenRequest("sample", Set.of(), PersonalTokenRequest.LONGEST));
        add(Claim.class, () -> Claim.of(Optional.of("sample"), Optional.empty(), List.of()));
        add(MeterRegistry.class, SimpleMeterRegistry::new);
        add(AccountException.class, UserNotFoundException::new);
        known.putAll(
                Map.of(boolean.class, () -> true, int.class, () -> 8, long.class, () -> 1L, double.class, () -> 1.0));
    }

    private <T> void add(Class<T> type, Supplier<? extends T> sample) {
        known.put(type, sample);
    }

    /** What an actor's interface hands out. */
    private void parts(Object actor) {
        for (Class<?> type : actor.getClass().getInterfaces()) {
            for (Method part : type.getMethods()) {
                if (part.getParameterCount() == 0
                        && part.getReturnType().getName().startsWith("dev.accounts.service")) {
                    known.put(part.getReturnType(), () -> Reflection.uncheckedly(() -> part.invoke(actor)));
                }
            }
        }
    }

    /** Whether there is an object of the library with the methods of a type: a port is the host's. */
    boolean has(Class<?> type) {
        return known.containsKey(type)
                || type.isEnum()
                || (!type.isInterface() && ways(type).findAny().isPresent());
    }

    Object of(Parameter parameter) {
        return of(parameter.getType());
    }

    private Object of(Class<?> type) {
        if (known.containsKey(type)) {
            return known.get(type).get();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 0);
        }
        return type.isInterface() && !type.isSealed() ? port(type) : made(type);
    }

    private static Object port(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            throw new UnsupportedOperationException(method.toString());
        });
    }

    /** By the way with the fewest arguments. */
    private Object made(Class<?> type) {
        if (type.isSealed() && type.isInterface()) {
            return made(type.getPermittedSubclasses()[0]);
        }
        Executable way = ways(type)
                .min(Comparator.comparingInt(Executable::getParameterCount))
                .orElseThrow(() -> new AssertionError("no way to make " + type));
        return Reflection.uncheckedly(() ->
                call(way, Arrays.stream(way.getParameterTypes()).map(this::of).toArray()));
    }

    private static Stream<Executable> ways(Class<?> type) {
        Stream<Executable> factories = Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type)
                .map(Executable.class::cast);
        return Modifier.isAbstract(type.getModifiers())
                ? factories
                : Stream.concat(factories, Arrays.stream(type.getConstructors()));
    }

    @Nullable
    Object call(Executable callable, Object... arguments) throws ReflectiveOperationException {
        if (callable instanceof Constructor<?> constructor) {
            return constructor.newInstance(arguments);
        }
        Method method = (Method) callable;
        return method.invoke(
                Modifier.isStatic(method.getModifiers()) ? null : of(method.getDeclaringClass()), arguments);
    }
}
