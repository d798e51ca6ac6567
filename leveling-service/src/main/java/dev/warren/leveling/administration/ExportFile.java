package dev.warren.leveling.administration;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.warren.leveling.standing.Standing;
import dev.warren.schemas.ids.GuildId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** All XP of a guild as a file that {@code /xp import} reads. */
final class ExportFile {
    private ExportFile() {}

    /** {@code {"format": "warren-xp", "version": 1, "guild", "exportedAt", "members": [{"id", "name", "xp", "level"}]}}. */
    static byte[] json(GuildId guild, Instant at, List<Standing> members) {
        var bytes = new ByteArrayOutputStream();
        try (var json = new JsonFactory().createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("format", "warren-xp");
            json.writeNumberField("version", 1);
            json.writeStringField("guild", guild.toString());
            json.writeStringField("exportedAt", at.toString());
            json.writeArrayFieldStart("members");
            for (var member : members) {
                json.writeStartObject();
                json.writeStringField("id", member.member().toString());
                json.writeStringField("name", member.name());
                json.writeNumberField("xp", member.xp());
                json.writeNumberField("level", member.level());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }

    /** The columns id, name, xp, level. */
    static byte[] csv(List<Standing> members) {
        var bytes = new ByteArrayOutputStream();
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(bytes, UTF_8))) {
            csv.writeRecord("id", "name", "xp", "level");
            for (var member : members) {
                csv.writeRecord(
                        member.member().toString(),
                        harmless(member.name()),
                        Long.toString(member.xp()),
                        Integer.toString(member.level()));
            }
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }

    /** A spreadsheet takes what begins so for a formula (OWASP, "CSV Injection"). */
    private static String harmless(String name) {
        return name.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + name : name;
    }
}
