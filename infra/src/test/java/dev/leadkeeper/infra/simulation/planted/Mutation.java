package dev.leadkeeper.infra.simulation.planted;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a mutant in memory and loads the whole product and the simulator anew around it. */
final class Mutation extends ClassLoader {
    private static final String OURS = "dev.leadkeeper.";

    private final Map<String, byte[]> mutated;

    private Mutation(Map<String, byte[]> mutated) {
        super(Mutation.class.getClassLoader());
        this.mutated = mutated;
    }

    /** @param sources the folder of the functions' sources */
    static ClassLoader of(Mutant mutant, Path sources) throws IOException {
        return new Mutation(compile(mutant, mutant.mutated(sources)));
    }

    /** Our own classes come from here, so that they see the mutated one; everybody else's are shared. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        var bytes = mutated.get(name);
        if (bytes == null) {
            try (var in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                bytes = in.readAllBytes();
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private static Map<String, byte[]> compile(Mutant mutant, String source) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var said = new StringWriter();
        try (var files = new InMemory(compiler.getStandardFileManager(null, null, null))) {
            var task = compiler.getTask(said, files, null, List.of("-proc:none", "-parameters", "-classpath", classPath), null,
                    List.of(new Source(mutant.file(), source)));
            if (!task.call()) {
                throw new IllegalStateException("the planted bug \"" + mutant.what() + "\" does not compile: " + said);
            }
            var compiled = new HashMap<String, byte[]>();
            files.compiled.forEach((name, out) -> compiled.put(name, out.toByteArray()));
            return compiled;
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        private Source(String file, String text) {
            super(URI.create("string:///dev/leadkeeper/" + file + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps what is compiled, by class name. */
    private static final class InMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ByteArrayOutputStream> compiled = new HashMap<>();

        private InMemory(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(JavaFileManager.Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return compiled.computeIfAbsent(className, _ -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
