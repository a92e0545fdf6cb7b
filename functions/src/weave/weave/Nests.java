package weave;

import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** What is added to a class may use its private parts: both are of one nest, whose host must say so (JVMS 4.7.28, 4.7.29). */
final class Nests {
    /** The first class file version with nests. */
    static final int VERSION = ClassFile.JAVA_11_VERSION;

    private final Map<String, List<String>> members = new TreeMap<>();

    /** Notes that classes were added to one. */
    void add(ClassModel to, Collection<String> added) {
        if (!added.isEmpty()) {
            members.computeIfAbsent(host(to), host -> new ArrayList<>()).addAll(added);
        }
    }

    void each(BiConsumer<String, List<String>> hosts) {
        members.forEach(hosts);
    }

    /** Internal name of the nest's host. */
    static String host(ClassModel of) {
        for (ClassElement each : of) {
            if (each instanceof NestHostAttribute host) {
                return host.nestHost().asInternalName();
            }
        }
        return of.thisClass().asInternalName();
    }

    /** The host with more members. */
    static byte[] with(ClassFile classFile, ClassModel host, List<String> more) {
        var all = new LinkedHashSet<ClassDesc>();
        ClassTransform drop = (builder, element) -> {
            switch (element) {
                case NestMembersAttribute old -> old.nestMembers().forEach(each -> all.add(each.asSymbol()));
                case ClassFileVersion version -> builder.withVersion(Math.max(version.majorVersion(), VERSION), 0);
                default -> builder.with(element);
            }
        };
        return classFile.transformClass(host, drop.andThen(ClassTransform.endHandler(builder -> {
            more.forEach(each -> all.add(ClassDesc.ofInternalName(each)));
            builder.with(NestMembersAttribute.ofSymbols(List.copyOf(all)));
        })));
    }
}
