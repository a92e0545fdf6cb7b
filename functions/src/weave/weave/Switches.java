package weave;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.function.Consumer;

/**
 * {@link java.lang.runtime.SwitchBootstraps#typeSwitch}: the number of the first label from a given one on that a value matches, −1 for null, as many as
 * there are labels for none.
 */
final class Switches {
    private static final MethodTypeDesc EQUALS = MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object);

    private Switches() {}

    /** Whether all labels are classes or texts. */
    static boolean fits(InvokeDynamicInstruction call) {
        return call.bootstrapArgs().stream().allMatch(label -> label instanceof String || label instanceof ClassDesc type && !type.isPrimitive());
    }

    /** Of a method of the call's type: value, number of the first label to look at. */
    static Consumer<CodeBuilder> body(InvokeDynamicInstruction call) {
        var labels = call.bootstrapArgs();
        return code -> {
            var value = code.newLabel();
            code.aload(0).ifnonnull(value).iconst_m1().ireturn().labelBinding(value);
            for (int i = 0; i < labels.size(); i++) {
                var next = code.newLabel();
                code.iload(1).loadConstant(i).if_icmpgt(next);
                if (labels.get(i) instanceof ClassDesc type) {
                    code.aload(0).instanceOf(type);
                } else {
                    code.loadConstant((String) labels.get(i)).aload(0).invokevirtual(ConstantDescs.CD_String, "equals", EQUALS);
                }
                code.ifeq(next).loadConstant(i).ireturn().labelBinding(next);
            }
            code.loadConstant(labels.size()).ireturn();
        };
    }
}
