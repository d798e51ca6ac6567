package dev.warren.economy.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.economy.ledger.Transaction.Entry;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The bytes that are hashed. Numbers are 64 bits, most significant byte first; a text is its length in bytes as 32 bits, then UTF-8; a
 * time is microseconds since 1970.
 *
 * <ul>
 *   <li>A transaction: {@code warren-transaction-1}, guild, number, key, cause, time, the number it reverses or 0, how many entries,
 *       and of each account, amount and balance after.
 *   <li>A block: {@code warren-block-1}, guild, number, the 32 bytes of the hash before it, how many transactions, and of each the 32
 *       bytes of its hash.
 * </ul>
 */
public final class Canonical {
    /** Bytes of most transactions. */
    private static final int USUAL = 256;

    private Canonical() {}

    /** The hash that this transaction must have, whatever hash it claims. */
    public static Hash hashOf(Transaction transaction) {
        return hashOf(
                transaction.guild(),
                transaction.number(),
                transaction.key(),
                transaction.cause(),
                transaction.at(),
                transaction.reverses(),
                transaction.entries());
    }

    static Hash hashOf(
            GuildId guild,
            long number,
            EventId key,
            String cause,
            Instant at,
            Optional<Long> reverses,
            List<Entry> entries) {
        return hash(out -> {
            text(out, "warren-transaction-1");
            out.writeLong(guild.value());
            out.writeLong(number);
            text(out, key.value());
            text(out, cause);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            out.writeLong(reverses.orElse(0L));
            out.writeLong(entries.size());
            for (var entry : entries) {
                out.writeLong(entry.account().value());
                out.writeLong(entry.amount());
                out.writeLong(entry.balance());
            }
        });
    }

    /** The hash of a block after another. */
    public static Hash hashOf(GuildId guild, long number, Hash before, List<Hash> transactions) {
        return hash(out -> {
            text(out, "warren-block-1");
            out.writeLong(guild.value());
            out.writeLong(number);
            out.write(before.bytes());
            out.writeLong(transactions.size());
            for (var transaction : transactions) {
                out.write(transaction.bytes());
            }
        });
    }

    @FunctionalInterface
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static Hash hash(Writing writing) {
        var bytes = new ByteArrayOutputStream(USUAL);
        try (var out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return Hash.of(bytes.toByteArray());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
