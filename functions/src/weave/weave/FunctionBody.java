package weave;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * What one function object does: calls a method with what it captured and what it is given.
 *
 * @param called  the method
 * @param applied type of the interface's method for this object, with no type variables
 */
record FunctionBody(FunctionClass.Kind kind, DirectMethodHandleDesc called, MethodTypeDesc applied) {
    /** Whether every value passes as it is, in or out of its box, or cast; other ways are left to the JDK. */
    boolean fits() {
        var parameters = parameters();
        int captured = kind.captured().size();
        for (int i = 0; i < parameters.size(); i++) {
            var given = i < captured ? kind.captured().get(i) : applied.parameterType(i - captured);
            var erased = i < captured ? given : kind.erased().parameterType(i - captured);
            if (!passes(erased, given, parameters.get(i))) {
                return false;
            }
        }
        return parameters.size() == captured + applied.parameterCount()
                && (kind.erased().returnType().equals(CD_void) || passes(result(), result(), kind.erased().returnType()));
    }

    /** With the receiver, if the method has one. */
    private List<ClassDesc> parameters() {
        var all = new ArrayList<ClassDesc>();
        switch (called.kind()) {
            case STATIC, INTERFACE_STATIC, CONSTRUCTOR -> { }
            default -> all.add(called.owner());
        }
        all.addAll(MethodTypeDesc.ofDescriptor(called.lookupDescriptor()).parameterList());
        return all;
    }

    private ClassDesc result() {
        return called.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR ? called.owner() : called.invocationType().returnType();
    }

    private static boolean passes(ClassDesc erased, ClassDesc given, ClassDesc wanted) {
        if (erased.isPrimitive() || given.isPrimitive()) {
            return erased.equals(given) && (given.equals(wanted) || !wanted.isPrimitive() && !given.equals(CD_void)
                    && (wanted.equals(Boxes.of(given)) || wanted.equals(CD_Object)));
        }
        return !wanted.isPrimitive() || Boxes.primitive(given).filter(wanted::equals).isPresent();
    }

    /** Of the interface's method in {@code owner}, up to its return. */
    void write(CodeBuilder code, ClassDesc owner) {
        var parameters = parameters();
        int captured = kind.captured().size();
        if (called.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR) {
            code.new_(called.owner()).dup();
        }
        for (int i = 0; i < parameters.size(); i++) {
            if (i < captured) {
                code.aload(0).getfield(owner, FunctionClass.field(i), kind.captured().get(i));
                convert(code, kind.captured().get(i), parameters.get(i));
            } else {
                var erased = kind.erased().parameterType(i - captured);
                code.loadLocal(TypeKind.from(erased), code.parameterSlot(i - captured));
                convert(code, erased, parameters.get(i));
            }
        }
        call(code);
        var wanted = kind.erased().returnType();
        if (wanted.equals(CD_void)) {
            drop(code);
            code.return_();
        } else {
            convert(code, result(), wanted);
            code.return_(TypeKind.from(wanted));
        }
    }

    private void call(CodeBuilder code) {
        var type = MethodTypeDesc.ofDescriptor(called.lookupDescriptor());
        switch (called.kind()) {
            case STATIC, INTERFACE_STATIC -> code.invokestatic(called.owner(), called.methodName(), type, called.isOwnerInterface());
            case CONSTRUCTOR -> code.invokespecial(called.owner(), "<init>", type);
            // A private method of one's own nest is called as others are (JVMS 6.5.invokevirtual).
            case VIRTUAL, SPECIAL -> code.invokevirtual(called.owner(), called.methodName(), type);
            case INTERFACE_VIRTUAL, INTERFACE_SPECIAL -> code.invokeinterface(called.owner(), called.methodName(), type);
            default -> throw new IllegalStateException("not a method: " + called);
        }
    }

    private void drop(CodeBuilder code) {
        switch (TypeKind.from(result()).slotSize()) {
            case 0 -> { }
            case 1 -> code.pop();
            default -> code.pop2();
        }
    }

    private static void convert(CodeBuilder code, ClassDesc from, ClassDesc to) {
        if (from.equals(to) || to.equals(CD_Object) && !from.isPrimitive()) {
            return;
        }
        if (from.isPrimitive()) {
            code.invokestatic(Boxes.of(from), "valueOf", MethodTypeDesc.of(Boxes.of(from), from));
        } else if (to.isPrimitive()) {
            var box = Boxes.of(to);
            code.checkcast(box).invokevirtual(box, to.displayName() + "Value", MethodTypeDesc.of(to));
        } else {
            code.checkcast(to);
        }
    }
}
