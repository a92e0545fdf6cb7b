package dev.leadkeeper.evidence.check;

import dev.leadkeeper.lead.FileReason;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** What {@code [Content_Types].xml} says of each part: of its own name first, otherwise of its extension. */
final class ContentTypes {
    /** The part of a deck with 3,000 parts has 400 KB. */
    private static final long LARGEST = 8_000_000L;

    private final Map<String, String> byName = new HashMap<>();
    private final Map<String, String> byExtension = new HashMap<>();

    private ContentTypes() {}

    static ContentTypes read(XmlPart part) {
        var types = new ContentTypes();
        try (part) {
            var reader = part.reader();
            while (reader.hasNext()) {
                if (part.next() == XMLStreamConstants.START_ELEMENT) {
                    var type = reader.getAttributeValue(null, "ContentType");
                    types.put(reader.getLocalName(), reader.getAttributeValue(null, "PartName"), reader.getAttributeValue(null, "Extension"), type);
                }
                if (part.read() > LARGEST) {
                    throw new Refusal(FileReason.BOMB, "types of too many parts");
                }
            }
        } catch (XMLStreamException e) {
            throw new Refusal(FileReason.DAMAGED, "the types of the parts are no XML");
        }
        return types;
    }

    private void put(String element, String name, String extension, String type) {
        if (type != null && element.equals("Override") && name != null) {
            byName.put(lower(name.startsWith("/") ? name.substring(1) : name), lower(type));
        } else if (type != null && element.equals("Default") && extension != null) {
            byExtension.put(lower(extension), lower(type));
        }
    }

    /** In lower case, empty if nothing is said. */
    String of(String part) {
        var name = lower(part.startsWith("/") ? part.substring(1) : part);
        var override = byName.get(name);
        return override != null ? override : byExtension.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "");
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
