/**
 * How far what reps record can be believed (动作可信度), and what supervisors decide about it. Scoring is functions from a
 * {@link dev.leadkeeper.credibility.Picture} to points with reasons. Shared by the functions that record, check and
 * review; no feature of its own.
 */
package dev.leadkeeper.credibility;
