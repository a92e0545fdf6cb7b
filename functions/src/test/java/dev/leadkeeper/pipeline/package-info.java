/** The functions in a row, from a form post to a notice, with the sample organisation and in virtual time. */
package dev.leadkeeper.pipeline;
