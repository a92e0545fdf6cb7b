package weave;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.function.Consumer;

/** {@link java.lang.runtime.ObjectMethods} for hashCode and equals; what a record says of itself in words stays, nobody asks for it at a start. */
final class Records {
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

    private Records() {}

    static boolean fits(InvokeDynamicInstruction call) {
        return !call.name().equalsString("toString");
    }

    /** Of a static method of the call's type. */
    static Consumer<CodeBuilder> body(InvokeDynamicInstruction call) {
        var record = (ClassDesc) call.bootstrapArgs().getFirst();
        var getters = call.bootstrapArgs().stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList();
        return call.name().equalsString("hashCode") ? code -> hash(code, record, getters) : code -> equal(code, record, getters);
    }

    private static ClassDesc type(DirectMethodHandleDesc getter) {
        return getter.invocationType().returnType();
    }

    private static void hash(CodeBuilder code, ClassDesc record, List<DirectMethodHandleDesc> getters) {
        code.iconst_0();
        for (var each : getters) {
            var type = type(each);
            code.loadConstant(31).imul().aload(0).getfield(record, each.methodName(), type);
            code.invokestatic(type.isPrimitive() ? Boxes.of(type) : OBJECTS, "hashCode",
                    MethodTypeDesc.of(CD_int, type.isPrimitive() ? type : CD_Object)).iadd();
        }
        code.ireturn();
    }

    private static void equal(CodeBuilder code, ClassDesc record, List<DirectMethodHandleDesc> getters) {
        var other = code.newLabel();
        code.aload(1).instanceOf(record).ifeq(other).aload(1).checkcast(record).astore(2);
        for (var each : getters) {
            var type = type(each);
            code.aload(0).getfield(record, each.methodName(), type).aload(2).getfield(record, each.methodName(), type);
            compare(code, type, other);
        }
        code.iconst_1().ireturn().labelBinding(other).iconst_0().ireturn();
    }

    private static void compare(CodeBuilder code, ClassDesc type, Label other) {
        if (!type.isPrimitive()) {
            code.invokestatic(OBJECTS, "equals", MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object)).ifeq(other);
        } else if (TypeKind.from(type).asLoadable() == TypeKind.INT) {
            code.if_icmpne(other);
        } else {
            code.invokestatic(Boxes.of(type), "compare", MethodTypeDesc.of(CD_int, type, type)).ifne(other);
        }
    }
}
