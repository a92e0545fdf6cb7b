package dev.leadkeeper.infra.template;

import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.FieldRefEntry;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a handler's code can reach, read from the class files: the tables and queues that are named by the handler or by any
 * class of the product that it refers to, directly or not. A little more than what it really does, never less.
 *
 * @param tables whose constants are named
 * @param queues the same for queues
 */
record Reach(Set<Table> tables, Set<Queue.Channel> queues) {
    private static final String PRODUCT = "dev/leadkeeper/";
    /** These serve all tables and queues alike and name none on anybody's behalf. */
    private static final Set<String> PLUMBING = Set.of("dev/leadkeeper/aws/", "dev/leadkeeper/wiring/");

    static Reach of(String handler) {
        var reach = new Reach(EnumSet.noneOf(Table.class), EnumSet.noneOf(Queue.Channel.class));
        var seen = new HashSet<String>();
        var open = new ArrayDeque<String>(Set.of(handler.replace('.', '/')));
        while (!open.isEmpty()) {
            var name = open.pop();
            if (name.startsWith(PRODUCT) && PLUMBING.stream().noneMatch(name::startsWith) && seen.add(name)) {
                reach.read(name, open);
            }
        }
        return reach;
    }

    static boolean exists(String handler) {
        return Table.class.getResource("/" + handler.replace('.', '/') + ".class") != null;
    }

    private void read(String name, ArrayDeque<String> open) {
        for (var entry : model(name).constantPool()) {
            switch (entry) {
                case ClassEntry other -> open.add(other.asInternalName());
                case FieldRefEntry field when field.owner().asInternalName().equals("dev/leadkeeper/port/Table") && !own(name, field) ->
                    constant(Table.class, field.name().stringValue()).ifPresent(tables::add);
                case FieldRefEntry field when field.owner().asInternalName().equals("dev/leadkeeper/port/Queue$Channel") && !own(name, field) ->
                    constant(Queue.Channel.class, field.name().stringValue()).ifPresent(queues::add);
                case null, default -> { }
            }
        }
    }

    /** An enum names all of its own constants. */
    private static boolean own(String name, FieldRefEntry field) {
        return field.owner().asInternalName().equals(name) || name.equals("dev/leadkeeper/port/Index");
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return EnumSet.allOf(type).stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private static ClassModel model(String name) {
        try (InputStream in = Table.class.getResourceAsStream("/" + name + ".class")) {
            if (in == null) {
                throw new IllegalArgumentException("there is no class " + name);
            }
            return ClassFile.of().parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
