package dev.leadkeeper.lead;

/** One readable sentence in both languages. */
public record Sentence(String zh, String en) {}
