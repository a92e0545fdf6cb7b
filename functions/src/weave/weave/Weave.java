package weave;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes at build time what the JDK would make at run time: code of pattern switches, function objects, and equality of records. At a cold
 * start every one of them costs a class that is generated, a millisecond of processor time each at first.
 *
 * <p>{@code java Weave.java PLACE CLASSPATH [PREFIX…]}: PLACE is a folder of classes or a jar, which is changed; CLASSPATH is what the classes were
 * compiled with; only classes whose names begin with a PREFIX ({@code dev/leadkeeper/}) are looked at, all without one. Doing it twice changes nothing.
 */
public final class Weave {
    private final ClassFile classFile;
    private final Map<String, byte[]> changed = new TreeMap<>();

    private Weave(ClassFile classFile) {
        this.classFile = classFile;
    }

    public static void main(String[] arguments) throws IOException {
        var place = Path.of(arguments[0]);
        var prefixes = List.of(arguments).subList(2, arguments.length);
        try (var loader = new URLClassLoader(addresses(place, arguments[1]), ClassLoader.getPlatformClassLoader())) {
            var hierarchy = ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver());
            var weave = new Weave(ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy), ClassFile.ConstantPoolSharingOption.NEW_POOL));
            if (Files.isDirectory(place)) {
                weave.all(place, prefixes);
            } else {
                try (var jar = FileSystems.newFileSystem(place, Map.of("compressionMethod", "STORED"))) {
                    weave.all(jar.getPath("/"), prefixes);
                }
            }
        }
    }

    private static URL[] addresses(Path place, String classPath) throws MalformedURLException {
        var all = new ArrayList<URL>(List.of(place.toUri().toURL()));
        for (var each : Arrays.stream(classPath.split(java.io.File.pathSeparator)).filter(each -> !each.isBlank()).toList()) {
            all.add(Path.of(each).toUri().toURL());
        }
        return all.toArray(URL[]::new);
    }

    private void all(Path root, List<String> prefixes) throws IOException {
        var models = new TreeMap<String, ClassModel>();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
                var name = root.relativize(file).toString().replace(".class", "");
                if (prefixes.isEmpty() || prefixes.stream().anyMatch(name::startsWith)) {
                    models.put(name, classFile.parse(Files.readAllBytes(file)));
                }
            }
        }
        var nests = new Nests();
        for (var each : models.values()) {
            var woven = new Woven(classFile, each);
            if (woven.changes()) {
                changed.put(each.thisClass().asInternalName(), woven.bytes());
                changed.putAll(woven.added());
                nests.add(each, woven.added().keySet());
            }
        }
        nests.each((host, members) -> changed.put(host, Nests.with(classFile,
                classFile.parse(changed.getOrDefault(host, bytes(models, host))), members)));
        for (var each : changed.entrySet()) {
            var file = root.resolve(each.getKey() + ".class");
            var scratch = file.resolveSibling(file.getFileName() + ".woven");
            Files.write(scratch, each.getValue());
            Files.move(scratch, file, REPLACE_EXISTING);
        }
    }

    private byte[] bytes(Map<String, ClassModel> models, String name) {
        return classFile.transformClass(models.get(name), java.lang.classfile.ClassTransform.ACCEPT_ALL);
    }
}
