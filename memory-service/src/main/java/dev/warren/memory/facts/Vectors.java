package dev.warren.memory.facts;

import dev.warren.memory.facts.Best.Match;
import dev.warren.memory.keys.MemberKey;
import dev.warren.memory.keys.MemberKeys;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/** The vectors of facts that hold, in sealed blocks for each member. Whoever changes them has locked the member's shelf. */
@ApplicationScoped
class Vectors {
    private final FactsConfig config;
    private final MemberKeys keys;
    private final OpenedBlocks opened;
    private final Worker worker;
    private final SecureRandom stamps = new SecureRandom();

    Vectors(FactsConfig config, MemberKeys keys, OpenedBlocks opened, Worker worker) {
        this.config = config;
        this.keys = keys;
        this.opened = opened;
        this.worker = worker;
    }

    /**
     * What was found.
     *
     * @param cold whether blocks had to be opened for it
     */
    record Searched(List<Match> matches, boolean cold) {}

    /** A block's number and stamp. */
    private record Stamped(int number, long stamp) {}

    /** The facts of a member that are most like a vector, the most similar first. */
    Uni<Searched> best(Mutiny.StatelessSession tx, UserId member, Quantised wanted, Best best) {
        return stamped(tx, member).chain(all -> {
            var known = new ArrayList<VectorBlock>();
            var missing = new ArrayList<Integer>();
            for (var block : all) {
                opened.find(member, block.number(), block.stamp())
                        .ifPresentOrElse(known::add, () -> missing.add(block.number()));
            }
            return missing(tx, member, missing)
                    .chain(read -> worker.run(() -> {
                        known.addAll(read.open());
                        known.forEach(block -> block.search(wanted, best));
                        return new Searched(best.matches(), !missing.isEmpty());
                    }));
        });
    }

    private Uni<List<Stamped>> stamped(Mutiny.StatelessSession tx, UserId member) {
        return tx.createSelectionQuery(
                        "select key.number, stamp from BlockRow where key.member = :member", Object[].class)
                .setParameter("member", member.value())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Stamped((int) row[0], (long) row[1]))
                        .toList());
    }

    /** Rows that are still to be opened, which takes a while. */
    private interface Unopened {
        List<VectorBlock> open();
    }

    private Uni<Unopened> missing(Mutiny.StatelessSession tx, UserId member, List<Integer> numbers) {
        if (numbers.isEmpty()) {
            Unopened none = List::of;
            return Uni.createFrom().item(none);
        }
        // of who is just being erased there is nothing any more
        return rows(tx, member, numbers)
                .chain(rows -> keys.find(tx, member)
                        .<Unopened>map(found -> () -> found.map(memberKey -> rows.stream()
                                        .map(row -> open(member, row, memberKey))
                                        .toList())
                                .orElse(List.of())));
    }

    private static Uni<List<BlockRow>> rows(Mutiny.StatelessSession tx, UserId member, Collection<Integer> numbers) {
        return tx.createSelectionQuery(
                        "from BlockRow where key.member = :member and key.number in (:numbers)", BlockRow.class)
                .setParameter("member", member.value())
                .setParameter("numbers", numbers)
                .getResultList();
    }

    private VectorBlock open(UserId member, BlockRow row, MemberKey memberKey) {
        return opened.find(member, row.key.number, row.stamp).orElseGet(() -> {
            var block = VectorBlock.fromBytes(memberKey.open(rowOf(row.key.number, row.stamp), row.sealed));
            opened.keep(member, row.key.number, row.stamp, block);
            return block;
        });
    }

    /** What it is sealed for; with the stamp in it, an older block does not open in a newer one's place. */
    private static String rowOf(int number, long stamp) {
        return "fact-block:" + number + ":" + Long.toHexString(stamp);
    }

    /** Adds a vector to the newest block with room, else to a new one; gives the block's number. */
    Uni<Integer> add(Mutiny.StatelessSession tx, ShelfRow shelf, int number, Quantised vector) {
        var member = new UserId(shelf.member);
        return tx.createSelectionQuery(
                        "from BlockRow where key.member = :member and entries < :most order by key.number desc",
                        BlockRow.class)
                .setParameter("member", member.value())
                .setParameter("most", config.blockEntries())
                .setMaxResults(1)
                .getResultList()
                .chain(rows -> keys.of(tx, member).chain(memberKey -> {
                    if (rows.isEmpty()) {
                        int next = shelf.nextBlock++;
                        return sealed(member, next, memberKey, () -> VectorBlock.EMPTY.with(number, vector))
                                .chain(tx::insert)
                                .replaceWith(next);
                    }
                    var row = rows.getFirst();
                    return sealed(
                                    member,
                                    row.key.number,
                                    memberKey,
                                    () -> open(member, row, memberKey).with(number, vector))
                            .chain(tx::update)
                            .replaceWith(row.key.number);
                }));
    }

    /** Takes vectors out of their blocks; a block without any is deleted. */
    Uni<Void> remove(Mutiny.StatelessSession tx, UserId member, Map<Integer, Set<Integer>> numbersByBlock) {
        if (numbersByBlock.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return rows(tx, member, numbersByBlock.keySet())
                .chain(rows -> keys.of(tx, member)
                        .chain(memberKey -> Multi.createFrom()
                                .iterable(rows)
                                .onItem()
                                .transformToUniAndConcatenate(row -> {
                                    var gone = numbersByBlock.getOrDefault(row.key.number, Set.of());
                                    return sealed(
                                                    member,
                                                    row.key.number,
                                                    memberKey,
                                                    () -> open(member, row, memberKey)
                                                            .without(gone))
                                            .chain(left -> left.entries == 0 ? tx.delete(left) : tx.update(left));
                                })
                                .collect()
                                .last()
                                .replaceWithVoid()));
    }

    private Uni<BlockRow> sealed(UserId member, int number, MemberKey memberKey, Supplier<VectorBlock> content) {
        return worker.run(() -> {
            var block = content.get();
            long stamp = stamps.nextLong();
            var row = new BlockRow(
                    new MemberNumber(member, number),
                    stamp,
                    block.size(),
                    memberKey.seal(rowOf(number, stamp), block.toBytes()));
            opened.keep(member, number, stamp, block);
            return row;
        });
    }

    /** Deletes all that is a member's. */
    Uni<Void> deleteAll(Mutiny.StatelessSession tx, UserId member) {
        opened.forget(member);
        return tx.createMutationQuery("delete from BlockRow where key.member = :member")
                .setParameter("member", member.value())
                .executeUpdate()
                .replaceWithVoid();
    }
}
