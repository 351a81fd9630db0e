package dev.accounts.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every call with a null where none is allowed is a {@link NullPointerException} that names the argument, or the setting that a
 * method is called after.
 */
class NullArgumentsTest {

    /** The contracts are tests, frameworks call the adapters, and the library makes the events. */
    private static final Pattern OTHERS = Pattern.compile(
            "dev\\.accounts\\.(model\\.AccountEvent|testkit\\.(contract\\.|AccountsExtension)|spring\\.|quarkus\\.).*");

    /** Declared by the language or its library. */
    private static final Set<String> INHERITED = Set.of("equals", "valueOf");

    private final Samples samples = new Samples();

    @ParameterizedTest
    @EnumSource
    void are_named(LibraryModule module) {
        List<String> wrong = new ArrayList<>();
        int calls = 0;
        for (Class<?> type : new PublicApi(module).types()) {
            if (!OTHERS.matcher(type.getName()).matches()) {
                List<Executable> callables = callables(type).toList();
                calls += callables.size();
                callables.forEach(callable -> wrong.addAll(wrong(callable)));
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(calls).isGreaterThan(20);
    }

    private Stream<Executable> callables(Class<?> type) {
        return PublicApi.members(type)
                .filter(member -> Modifier.isPublic(member.getModifiers()))
                .filter(Executable.class::isInstance)
                .map(Executable.class::cast)
                .filter(callable -> !INHERITED.contains(callable.getName()))
                .filter(callable -> isStatic(callable) || samples.has(type));
    }

    private static boolean isStatic(Member member) {
        return !(member instanceof Method) || Modifier.isStatic(member.getModifiers());
    }

    private List<String> wrong(Executable callable) {
        List<String> wrong = new ArrayList<>();
        Parameter[] parameters = callable.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            int index = i;
            Class<?> type = parameters[i].getType();
            AnnotatedType annotated = callable.getAnnotatedParameterTypes()[i];
            if (!type.isPrimitive() && !annotated.isAnnotationPresent(Nullable.class)) {
                problem(callable, i, null).ifPresent(wrong::add);
            }
            holdingNull(type)
                    .filter(argument -> type != Object.class && type.isInstance(argument))
                    .forEach(argument -> problem(callable, index, argument).ifPresent(wrong::add));
        }
        return wrong;
    }

    private static Stream<Object> holdingNull(Class<?> type) {
        return type.isArray() && !type.getComponentType().isPrimitive()
                ? Stream.of(Array.newInstance(type.getComponentType(), 1))
                : Stream.of(Collections.singletonList(null), Collections.singleton(null));
    }

    private Optional<String> problem(Executable callable, int index, @Nullable Object argument) {
        String name = callable.getParameters()[index].getName();
        Object[] arguments =
                Arrays.stream(callable.getParameters()).map(samples::of).toArray();
        arguments[index] = argument;
        String said = answer(callable, arguments);
        boolean named = said.equals("NullPointerException: " + name);
        return named || said.equals("NullPointerException: " + callable.getName())
                ? Optional.empty()
                : Optional.of(callable + " with " + argument + " for " + name + ": " + said);
    }

    private String answer(Executable callable, Object... arguments) {
        try {
            return "returns " + samples.call(callable, arguments);
        } catch (InvocationTargetException e) {
            return e.getCause().getClass().getSimpleName() + ": " + e.getCause().getMessage();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(callable.toString(), e);
        }
    }
}
