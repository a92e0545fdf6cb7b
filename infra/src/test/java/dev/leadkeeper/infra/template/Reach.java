package dev.leadkeeper.infra.template;

import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.FieldRefEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a handler's code can reach, read from the class files: the tables and queues that are named by the handler or by any
 * class of the product of which it calls or makes something, directly or not. Of a class of which it only reads a constant,
 * what making its constants needs. A little more than what it really does, never less.
 *
 * @param tables whose constants are named
 * @param queues the same for queues
 */
record Reach(Set<Table> tables, Set<Queue.Channel> queues) {
    private static final String PRODUCT = "dev/leadkeeper/";
    private static final String TABLE = "dev/leadkeeper/port/Table";
    private static final String QUEUE = "dev/leadkeeper/port/Queue$Channel";
    /** These serve all tables and queues alike and name none on anybody's behalf, or are the names themselves. */
    private static final Set<String> PLUMBING = Set.of("dev/leadkeeper/aws/", "dev/leadkeeper/wiring/", TABLE, QUEUE, "dev/leadkeeper/port/Index");

    /** A class, or only what makes its constants. */
    private record Part(String name, boolean whole) {}

    static Reach of(String handler) {
        var reach = new Reach(EnumSet.noneOf(Table.class), EnumSet.noneOf(Queue.Channel.class));
        var seen = new HashSet<Part>();
        var open = new ArrayDeque<>(Set.of(new Part(handler.replace('.', '/'), true)));
        while (!open.isEmpty()) {
            var part = open.pop();
            if (part.name().startsWith(PRODUCT) && PLUMBING.stream().noneMatch(part.name()::startsWith) && seen.add(part)) {
                references(part).forEach(reference -> {
                    open.add(new Part(reference.owner().asInternalName(), !(reference instanceof FieldRefEntry)));
                    reach.note(reference);
                });
            }
        }
        return reach;
    }

    static boolean exists(String handler) {
        return Table.class.getResource("/" + handler.replace('.', '/') + ".class") != null;
    }

    private void note(MemberRefEntry reference) {
        switch (reference.owner().asInternalName()) {
            case TABLE -> constant(Table.class, reference).ifPresent(tables::add);
            case QUEUE -> constant(Queue.Channel.class, reference).ifPresent(queues::add);
            default -> { }
        }
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, MemberRefEntry reference) {
        return EnumSet.allOf(type).stream().filter(each -> each.name().equals(reference.name().stringValue())).findFirst();
    }

    private static Stream<MemberRefEntry> references(Part part) {
        var model = model(part.name());
        if (part.whole()) {
            var all = Stream.<MemberRefEntry>builder();
            model.constantPool().forEach(entry -> {
                if (entry instanceof MemberRefEntry reference) {
                    all.add(reference);
                }
            });
            return all.build();
        }
        return model.methods().stream().filter(method -> method.methodName().equalsString("<clinit>")).flatMap(Reach::references);
    }

    private static Stream<MemberRefEntry> references(MethodModel method) {
        return method.code().stream().flatMap(code -> code.elementStream()).mapMulti((CodeElement element, Consumer<MemberRefEntry> out) -> {
            switch (element) {
                case InvokeInstruction call -> out.accept(call.method());
                case FieldInstruction field -> out.accept(field.field());
                default -> { }
            }
        });
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
