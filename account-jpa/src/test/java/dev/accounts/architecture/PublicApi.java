package dev.accounts.architecture;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The public and protected members of the exported packages of a module, one line each. */
record PublicApi(LibraryModule module) {

    List<Class<?>> types() {
        return module.classFiles().keySet().stream()
                .filter(name -> !name.contains(".internal."))
                .<Class<?>>map(module::load)
                .filter(PublicApi::isVisible)
                .toList();
    }

    List<String> lines() {
        return types().stream().flatMap(PublicApi::lines).toList();
    }

    private static boolean isVisible(Class<?> type) {
        boolean open = Modifier.isPublic(type.getModifiers()) || Modifier.isProtected(type.getModifiers());
        return open
                && !type.isAnonymousClass()
                && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
    }

    private static Stream<String> lines(Class<?> type) {
        return Stream.concat(
                Stream.of(heading(type)), members(type).map(PublicApi::line).sorted());
    }

    private static String heading(Class<?> type) {
        String kind = type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
        return kind + " " + type.getName();
    }

    /** What a class declares for others; what a record or an enum has by itself is left out. */
    static Stream<Member> members(Class<?> type) {
        Stream<Member> all = Stream.of(
                        type.getDeclaredConstructors(), type.getDeclaredMethods(), type.getDeclaredFields())
                .flatMap(Arrays::stream)
                .map(Member.class::cast);
        return all.filter(member ->
                        Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers()))
                .filter(member -> !member.isSynthetic());
    }

    private static String line(Member member) {
        return "  "
                + (member instanceof Executable executable
                        ? executable.toGenericString()
                        : ((Field) member).toGenericString());
    }

    /** The types that stand in a signature. */
    static List<Type> types(Member member) {
        List<Type> types = new ArrayList<>();
        if (member instanceof Executable executable) {
            types.addAll(List.of(executable.getGenericParameterTypes()));
            types.addAll(List.of(executable.getGenericExceptionTypes()));
        }
        if (member instanceof Method method) {
            types.add(method.getGenericReturnType());
        }
        if (member instanceof Field field) {
            types.add(field.getGenericType());
        }
        if (member instanceof GenericDeclaration generic) {
            Arrays.stream(generic.getTypeParameters())
                    .map(parameter -> List.of(parameter.getBounds()))
                    .forEach(types::addAll);
        }
        return types;
    }

    /** The types that a class extends and implements. */
    static List<Type> parents(Class<?> type) {
        return Stream.concat(Stream.of(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()))
                .filter(Objects::nonNull)
                .toList();
    }
}
