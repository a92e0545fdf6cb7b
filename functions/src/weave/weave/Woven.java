package weave;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One class without what would be made at run time. */
final class Woven {
    private final ClassModel model;
    private final Lambdas lambdas;
    private final byte[] bytes;
    /** Methods to add. */
    private final List<Consumer<ClassBuilder>> methods = new ArrayList<>();
    private int sites;

    Woven(ClassFile classFile, ClassModel model) {
        this.model = model;
        this.lambdas = new Lambdas(classFile, model);
        ClassTransform code = (builder, element) -> {
            switch (element) {
                case MethodModel method -> builder.transformMethod(method, MethodTransform.transformingCode(this::weave));
                // A function object is of its class's nest.
                case ClassFileVersion version -> builder.withVersion(Math.max(version.majorVersion(), Nests.VERSION), version.minorVersion());
                default -> builder.with(element);
            }
        };
        this.bytes = classFile.transformClass(model, code.andThen(ClassTransform.endHandler(builder -> methods.forEach(each -> each.accept(builder)))));
    }

    boolean changes() {
        return sites > 0;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Classes to add, by internal name. */
    Map<String, byte[]> added() {
        return lambdas.classes();
    }

    private void weave(CodeBuilder code, CodeElement element) {
        if (!(element instanceof InvokeDynamicInstruction call) || !woven(code, call)) {
            code.with(element);
        }
    }

    private boolean woven(CodeBuilder code, InvokeDynamicInstruction call) {
        var bootstrap = call.bootstrapMethod();
        var done = switch (bootstrap.owner().displayName() + "." + bootstrap.methodName()) {
            case "LambdaMetafactory.metafactory" -> lambdas.weave(code, call);
            case "SwitchBootstraps.typeSwitch" -> Switches.fits(call) && method(code, call, Switches.body(call));
            case "ObjectMethods.bootstrap" -> Records.fits(call) && method(code, call, Records.body(call));
            default -> false;
        };
        sites += done ? 1 : 0;
        return done;
    }

    /** Calls a method instead that is added to the class. */
    private boolean method(CodeBuilder code, InvokeDynamicInstruction call, Consumer<CodeBuilder> body) {
        var name = "woven$" + call.name().stringValue() + "$" + methods.size();
        var type = call.typeSymbol();
        var owner = ClassDesc.ofInternalName(model.thisClass().asInternalName());
        methods.add(builder -> builder.withMethodBody(name, type, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC, body));
        code.invokestatic(owner, name, type, model.flags().has(java.lang.reflect.AccessFlag.INTERFACE));
        return true;
    }
}
