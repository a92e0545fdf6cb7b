/**
 * Form definitions as data: whose post it is (verification), what it says (decoding), where the leads are in it and
 * what their fields mean (mapping). No vendor has code of its own; each is a definition.
 */
package dev.leadkeeper.form;
