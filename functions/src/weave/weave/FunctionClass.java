package weave;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SUPER;
import static java.lang.classfile.ClassFile.ACC_SYNTHETIC;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/** A class of function objects. */
final class FunctionClass {
    /** The static method that makes one. */
    static final String FACTORY = "of";
    private static final String NUMBER = "number";

    private final ClassDesc name;
    private final Kind kind;
    private final List<FunctionBody> bodies = new ArrayList<>();

    /**
     * @param type     the interface
     * @param method   its one abstract method
     * @param erased   that method's type in the class file
     * @param captured types of what the object holds
     */
    record Kind(ClassDesc type, String method, MethodTypeDesc erased, List<ClassDesc> captured) {}

    FunctionClass(ClassDesc name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    ClassDesc name() {
        return name;
    }

    /** What the object does is told apart by this. */
    int number(FunctionBody body) {
        if (!bodies.contains(body)) {
            bodies.add(body);
        }
        return bodies.indexOf(body);
    }

    /** Takes what is captured and a number. */
    MethodTypeDesc factory() {
        return constructor().changeReturnType(kind.type());
    }

    private MethodTypeDesc constructor() {
        var parameters = new ArrayList<>(kind.captured());
        parameters.add(CD_int);
        return MethodTypeDesc.of(CD_void, parameters);
    }

    static String field(int captured) {
        return "captured" + captured;
    }

    byte[] bytes(ClassFile classFile, int version, ClassDesc nest) {
        return classFile.build(name, builder -> {
            builder.withVersion(version, 0).withFlags(ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC).withInterfaceSymbols(kind.type());
            builder.with(NestHostAttribute.of(nest));
            builder.withField(NUMBER, CD_int, ACC_PRIVATE | ACC_FINAL);
            for (int i = 0; i < kind.captured().size(); i++) {
                builder.withField(field(i), kind.captured().get(i), ACC_PRIVATE | ACC_FINAL);
            }
            creation(builder);
            builder.withMethodBody(kind.method(), kind.erased(), ACC_PUBLIC, this::choose);
        });
    }

    private void creation(ClassBuilder builder) {
        builder.withMethodBody("<init>", constructor(), ACC_PRIVATE, code -> {
            code.aload(0).invokespecial(CD_Object, "<init>", MethodTypeDesc.of(CD_void));
            for (int i = 0; i < kind.captured().size(); i++) {
                var type = kind.captured().get(i);
                code.aload(0).loadLocal(TypeKind.from(type), code.parameterSlot(i)).putfield(name, field(i), type);
            }
            code.aload(0).iload(code.parameterSlot(kind.captured().size())).putfield(name, NUMBER, CD_int).return_();
        });
        builder.withMethodBody(FACTORY, factory(), ACC_STATIC, code -> {
            code.new_(name).dup();
            for (int i = 0; i < kind.captured().size(); i++) {
                code.loadLocal(TypeKind.from(kind.captured().get(i)), code.parameterSlot(i));
            }
            code.iload(code.parameterSlot(kind.captured().size())).invokespecial(name, "<init>", constructor()).areturn();
        });
    }

    private void choose(CodeBuilder code) {
        var starts = bodies.stream().map(each -> code.newLabel()).toList();
        if (bodies.size() > 1) {
            var cases = new ArrayList<SwitchCase>();
            for (int i = 1; i < bodies.size(); i++) {
                cases.add(SwitchCase.of(i, starts.get(i)));
            }
            Label first = starts.getFirst();
            code.aload(0).getfield(name, NUMBER, CD_int).tableswitch(1, bodies.size() - 1, first, cases);
        }
        for (int i = 0; i < bodies.size(); i++) {
            code.labelBinding(starts.get(i));
            bodies.get(i).write(code, name);
        }
    }
}
