/**
 * Brings what people typed into one form: phone numbers, e-mail addresses, company names, unified social credit codes,
 * places; and knows which values are tests. Pure functions over text and two vendored tables; knows no form and no vendor.
 * Nothing here repairs a value silently: what cannot be recognised is refused with a reason, and the caller keeps the text.
 */
package dev.leadkeeper.normalise;
