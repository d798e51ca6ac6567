package dev.warren.eventviewer.topics;

import java.util.List;

/**
 * One topic at a moment.
 *
 * @param description what is in it
 * @param records that it holds, about: compaction and transactions leave holes
 * @param perSecond records written in a second, since the look before
 * @param groups who reads it
 */
public record TopicFigures(
        String name, String description, int partitions, long records, double perSecond, List<GroupLag> groups) {
    public TopicFigures {
        groups = List.copyOf(groups);
    }

    /**
     * How far a consumer group is behind.
     *
     * @param lag records that wait for it
     */
    public record GroupLag(String group, long lag) {}
}
