/**
 * Reads what a chat, a call or a note says (FU5): a day, a budget, who decides, the next step. A small set of readable
 * rules in Chinese and English, no model; what is not said plainly is left out. Knows nothing but Java.
 */
package dev.leadkeeper.reading;
