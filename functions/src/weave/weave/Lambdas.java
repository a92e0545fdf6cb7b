package weave;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@link java.lang.invoke.LambdaMetafactory}: one class for all function objects of a class that are of one interface and capture the same
 * types, which tells them apart by number. Loading one class costs less than loading one for each.
 */
final class Lambdas {
    private final ClassFile classFile;
    private final ClassModel host;
    private final Map<FunctionClass.Kind, FunctionClass> classes = new LinkedHashMap<>();

    Lambdas(ClassFile classFile, ClassModel host) {
        this.classFile = classFile;
        this.host = host;
    }

    /** @return whether the call is one of those that fit, and was replaced */
    boolean weave(CodeBuilder code, InvokeDynamicInstruction call) {
        var arguments = call.bootstrapArgs();
        var type = call.typeSymbol();
        var of = new FunctionClass.Kind(type.returnType(), call.name().stringValue(), (MethodTypeDesc) arguments.get(0), type.parameterList());
        var body = new FunctionBody(of, (DirectMethodHandleDesc) arguments.get(1), (MethodTypeDesc) arguments.get(2));
        if (!body.fits()) {
            return false;
        }
        var made = classes.computeIfAbsent(of, kind -> new FunctionClass(name(classes.size()), kind));
        code.loadConstant(made.number(body)).invokestatic(made.name(), FunctionClass.FACTORY, made.factory());
        return true;
    }

    private ClassDesc name(int number) {
        return ClassDesc.ofInternalName(host.thisClass().asInternalName() + "$$Function" + number);
    }

    /** By internal name. */
    Map<String, byte[]> classes() {
        var all = new TreeMap<String, byte[]>();
        var nest = ClassDesc.ofInternalName(Nests.host(host));
        int version = Math.max(host.majorVersion(), Nests.VERSION);
        for (var each : classes.values()) {
            var name = each.name().descriptorString();
            all.put(name.substring(1, name.length() - 1), each.bytes(classFile, version, nest));
        }
        return all;
    }
}
