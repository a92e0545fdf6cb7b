package dev.leadkeeper.form;

/** What became of reading a form's definition: a {@link FormDefinition}, or what is wrong with it. */
public sealed interface FormRead permits FormDefinition, FormInvalid {}
