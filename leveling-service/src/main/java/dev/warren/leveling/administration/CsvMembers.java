package dev.warren.leveling.administration;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.warren.leveling.administration.ImportFile.Stop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** Members in CSV with a header, separated by commas, semicolons or tabs. */
final class CsvMembers {
    private static final Set<String> IDS = Set.of("id", "user_id", "userid", "user");
    private static final Set<String> XPS = Set.of("xp", "total_xp", "totalxp", "exp");
    private static final Set<String> NAMES = Set.of("name", "username", "user_name");

    private CsvMembers() {}

    static void read(String text, ImportFile.Sink sink) {
        try (var records = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            read(records.iterator(), sink);
        } catch (CsvParseException e) {
            throw new Stop("file", "be CSV", "broken quotes or too long a field");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Iterator<CsvRecord> records, ImportFile.Sink sink) {
        var header = records.next().getFields();
        int id = column(header, IDS).orElseThrow(() -> noHeader(header));
        int xp = column(header, XPS).orElseThrow(() -> noHeader(header));
        var name = column(header, NAMES);
        while (records.hasNext()) {
            var record = records.next();
            var where = "line " + record.getStartingLineNumber();
            if (record.getFieldCount() <= Math.max(id, xp)) {
                throw new Stop(where, "have as many fields as the header", String.join(",", record.getFields()));
            }
            sink.add(
                    where,
                    record.getField(id),
                    name.filter(column -> column < record.getFieldCount()).map(record::getField),
                    record.getField(xp));
        }
    }

    private static char separator(String text) {
        var first = text.lines().findFirst().orElseThrow(NoSuchElementException::new);
        return first.contains(",") ? ',' : first.contains(";") ? ';' : first.contains("\t") ? '\t' : ',';
    }

    private static Optional<Integer> column(List<String> header, Set<String> names) {
        for (int i = 0; i < header.size(); i++) {
            if (names.contains(header.get(i).strip().toLowerCase(Locale.ROOT))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static Stop noHeader(List<String> header) {
        return new Stop("file", "be JSON, or CSV whose first line names `id` and `xp`", String.join(",", header));
    }
}
