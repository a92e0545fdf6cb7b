package weave;

import java.lang.constant.ClassDesc;
import java.util.Map;
import java.util.Optional;

/** Primitive types and the classes that hold their values. */
final class Boxes {
    private static final Map<String, String> BY_PRIMITIVE = Map.of("Z", "Boolean", "B", "Byte", "C", "Character", "S", "Short", "I", "Integer",
            "J", "Long", "F", "Float", "D", "Double");

    private Boxes() {}

    static ClassDesc of(ClassDesc primitive) {
        return ClassDesc.of("java.lang." + BY_PRIMITIVE.get(primitive.descriptorString()));
    }

    /** The primitive type that a class holds, if it is one of theirs. */
    static Optional<ClassDesc> primitive(ClassDesc box) {
        return BY_PRIMITIVE.entrySet().stream().filter(each -> box.descriptorString().equals("Ljava/lang/" + each.getValue() + ";"))
                .map(each -> ClassDesc.ofDescriptor(each.getKey())).findFirst();
    }
}
