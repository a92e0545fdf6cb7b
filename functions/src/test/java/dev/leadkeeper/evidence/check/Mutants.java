package dev.leadkeeper.evidence.check;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Files of the corpus, each changed by chance: bits, bytes and stretches, cut off, doubled, joined with others. Whatever comes of
 * it gets a verdict in time, and never passes for another format than it is declared as.
 *
 * <p>{@code java … dev.leadkeeper.evidence.check.Mutants 100000 [seed]}
 */
public final class Mutants {
    /** Much more than any of them needs, on a machine that does other things as well. */
    public static final Duration LONGEST = Duration.ofSeconds(20);
    /** Larger files are in the corpus for their size; mutated by the thousand they would only cost time. */
    private static final int LARGEST = 200_000;

    private final List<Sample> samples = Corpus.all().stream().filter(each -> each.content().length > 0 && each.content().length <= LARGEST)
            .sorted(Comparator.comparing(Sample::toString)).toList();
    private final SplittableRandom random;
    private final Map<String, Long> verdicts = new HashMap<>();
    private Duration slowest = Duration.ZERO;
    private String slowestOf = "";

    public Mutants(long seed) {
        random = new SplittableRandom(seed);
    }

    /** What one run came to. @param failures descriptions of what must not happen, at best none */
    public record Outcome(long mutants, Map<String, Long> verdicts, Duration slowest, String slowestOf, List<String> failures) {}

    public static void main(String[] arguments) {
        var outcome = new Mutants(arguments.length > 1 ? Long.parseLong(arguments[1]) : 1).run(Long.parseLong(arguments[0]));
        System.out.println(outcome);
        if (!outcome.failures().isEmpty()) {
            System.exit(1);
        }
    }

    /** Makes and checks so many; ends early after ten failures. */
    public Outcome run(long number) {
        var failures = new java.util.ArrayList<String>();
        for (var i = 0L; i < number && failures.size() < 10; i++) {
            var original = one(samples);
            var retyped = random.nextInt(4) == 0;
            var content = mutated(original.content());
            var declared = retyped ? one(samples) : original;
            var about = "mutant " + i + " of " + original + " declared as " + declared.name();
            try {
                examine(content, declared, about, failures);
            } catch (RuntimeException | Error crash) {
                failures.add(about + " crashed: " + crash + " at " + Arrays.stream(crash.getStackTrace()).limit(4).toList());
            }
        }
        return new Outcome(number, Map.copyOf(verdicts), slowest, slowestOf, failures);
    }

    private void examine(byte[] content, Sample declared, String about, List<String> failures) {
        var began = System.nanoTime();
        var verdict = Sample.check(content, new Declaration(declared.name(), declared.type(), content.length, Sample.sha256(content)));
        var took = Duration.ofNanos(System.nanoTime() - began);
        if (took.compareTo(slowest) > 0) {
            slowest = took;
            slowestOf = about;
        }
        if (took.compareTo(LONGEST) > 0) {
            failures.add(about + " took " + took);
        }
        switch (verdict) {
            case Verdict.Valid valid -> {
                verdicts.merge("valid", 1L, Long::sum);
                if (!isWhatItIs(valid.format(), content) || !valid.format().goesWith(new Declaration(declared.name(), declared.type(), 0, ""))) {
                    failures.add(about + " passed as " + valid.format());
                }
            }
            case Verdict.Rejected rejected -> verdicts.merge(rejected.reasons().getFirst().word(), 1L, Long::sum);
        }
    }

    /** Told apart once more, as simply as can be. */
    private static boolean isWhatItIs(Format format, byte[] content) {
        var head = new String(content, 0, Math.min(content.length, 1100), java.nio.charset.StandardCharsets.ISO_8859_1);
        return switch (format) {
            case PDF -> head.contains("%PDF-");
            case PPTX, DOCX, XLSX -> head.startsWith("PK\3\4");
            case PPT, DOC, XLS -> head.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1");
            case JPEG -> head.startsWith("\u00FF\u00D8\u00FF");
            case PNG -> head.startsWith("\u0089PNG\r\n\u001A\n");
            case GIF -> head.startsWith("GIF8");
            case BMP -> head.startsWith("BM");
            case TIFF -> head.startsWith("II*\0") || head.startsWith("MM\0*");
            case WEBP, WAV -> head.startsWith("RIFF");
            case HEIC, M4A -> head.startsWith("ftyp", 4);
            case MP3, AAC -> head.startsWith("ID3") || head.startsWith("\u00FF");
            case AMR -> head.startsWith("#!AMR");
            case SILK -> head.contains("#!SILK_V3");
            case OGG -> head.startsWith("OggS");
            case MAIL, TEXT -> !head.startsWith("PK\3\4") && !head.startsWith("\u00D0\u00CF\u0011\u00E0") && !head.startsWith("MZ\220");
        };
    }

    private byte[] mutated(byte[] original) {
        var content = original.clone();
        for (var changes = 1 + random.nextInt(4); changes > 0 && content.length > 0; changes--) {
            content = switch (random.nextInt(9)) {
                case 0, 1 -> bits(content);
                case 2 -> bytes(content);
                case 3 -> Arrays.copyOf(content, random.nextInt(content.length + 1));
                case 4 -> stretch(content);
                case 5 -> spliced(content, one(samples).content());
                case 6 -> number(content);
                case 7 -> PdfSamples.concat(content, Arrays.copyOf(one(samples).content(), random.nextInt(64)));
                default -> doubled(content);
            };
        }
        return content;
    }

    private byte[] bits(byte[] content) {
        for (var i = 1 + random.nextInt(8); i > 0; i--) {
            content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return content;
    }

    private byte[] bytes(byte[] content) {
        for (var i = 1 + random.nextInt(16); i > 0; i--) {
            content[random.nextInt(content.length)] = (byte) random.nextInt(256);
        }
        return content;
    }

    /** Removes a stretch. */
    private byte[] stretch(byte[] content) {
        var from = random.nextInt(content.length);
        var to = from + random.nextInt(content.length - from + 1);
        return PdfSamples.concat(Arrays.copyOf(content, from), Arrays.copyOfRange(content, to, content.length));
    }

    /** The beginning of one and the end of another. */
    private byte[] spliced(byte[] content, byte[] other) {
        return PdfSamples.concat(Arrays.copyOf(content, random.nextInt(content.length + 1)),
                Arrays.copyOfRange(other, random.nextInt(other.length), other.length));
    }

    /** One of the numbers that lengths and counts are not expected to be. */
    private byte[] number(byte[] content) {
        var at = random.nextInt(content.length);
        var value = new int[] {0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1, 0x7FFF, 0xFFFF}[random.nextInt(7)];
        for (var i = 0; i < 4 && at + i < content.length; i++) {
            content[at + i] = (byte) (value >> 8 * i);
        }
        return content;
    }

    private byte[] doubled(byte[] content) {
        var from = random.nextInt(content.length);
        var to = from + random.nextInt(Math.min(4096, content.length - from) + 1);
        return PdfSamples.concat(Arrays.copyOf(content, to), Arrays.copyOfRange(content, from, content.length));
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
