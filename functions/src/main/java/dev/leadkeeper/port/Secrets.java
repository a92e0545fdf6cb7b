package dev.leadkeeper.port;

import java.util.List;

/** Secrets by name. Names are paths such as {@code forms/demo}; values never appear in logs or answers. */
public interface Secrets {
    /** The live values, newest first: one, or two while a rotation is under way; empty if there is none. */
    List<String> live(String name);
}
