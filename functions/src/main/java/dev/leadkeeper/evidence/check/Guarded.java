package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;
import java.io.IOException;

/** Runs a library on a stranger's bytes. */
final class Guarded {
    /** A call of a library. */
    interface Call<T> {
        T run() throws IOException;
    }

    private Guarded() {}

    /**
     * What the library answers. Parsers of strangers' bytes tell of damage by {@link IOException} and, where nobody thought of
     * what a forger writes, by whatever fails first: a cast, an index, a null, an unchecked parse. All of it means that the
     * content is not what the format asks for. Kept to single calls, so that no mistake of ours is taken for a damaged file.
     *
     * @throws Refusal with this reason if it fails
     */
    static <T> T by(FileReason reason, Call<T> call) {
        try {
            return call.run();
        } catch (Refusal ours) {
            throw ours;
        } catch (IOException | RuntimeException theirs) {
            throw new Refusal(reason, at(theirs));
        }
    }

    /** As {@link #by}, where failing only means not to know. */
    static <T> T or(T otherwise, Call<T> call) {
        try {
            return call.run();
        } catch (Refusal ours) {
            throw ours;
        } catch (IOException | RuntimeException theirs) {
            return otherwise;
        }
    }

    /** Kind and place of a failure; messages may quote the content. */
    private static String at(Exception failure) {
        var trace = failure.getStackTrace();
        return failure.getClass().getSimpleName() + (trace.length == 0 ? "" : " in " + trace[0].getClassName() + "." + trace[0].getMethodName());
    }
}
