package dev.warren.benchmarks.faults;

import java.time.Duration;

/**
 * How large the scenarios are. System properties change single measures: {@code warren.faults.messages}, {@code .rate}, {@code .channels},
 * {@code .kills}, {@code .replies} (in all), {@code .reply-kills}; {@code warren.overload.seconds}, {@code .life-seconds}; {@code warren.outage.seconds},
 * {@code .rate}, {@code .channels}.
 *
 * @param crowd who writes while the gateway is killed
 * @param kills of the gateway meanwhile
 * @param replyChannels channels that get replies
 * @param repliesInEach replies in each of them
 * @param replyKills of the gateway while it posts them
 * @param held how long it is held up after the last of these kills
 * @param overload how long the overload lasts
 * @param life how long after it was due a reply of the overload of all channels may be posted
 * @param outage who writes while Kafka is away
 */
public record Measures(
        Crowd.Size crowd,
        int kills,
        int replyChannels,
        int repliesInEach,
        int replyKills,
        Duration held,
        Duration overload,
        Duration life,
        Crowd.Size outage) {
    /** For the test suite: some seconds each. */
    public static Measures brief() {
        return new Measures(
                crowd(1_500, 150, 10, 40),
                property("faults.kills", 3),
                20,
                property("faults.replies", 200) / 20,
                property("faults.reply-kills", 2),
                Duration.ZERO,
                Duration.ofSeconds(property("overload.seconds", 8)),
                lifeOfOverload(),
                outage(8, 250, 20, 40));
    }

    /** What is promised. A nonce counts for two minutes; what is held up is held up for longer. */
    public static Measures whole() {
        return new Measures(
                crowd(10_000, 100, 20, 200),
                property("faults.kills", 10),
                50,
                property("faults.replies", 2_000) / 50,
                property("faults.reply-kills", 5),
                Duration.ofSeconds(130),
                Duration.ofSeconds(property("overload.seconds", 60)),
                lifeOfOverload(),
                outage(600, 500, 100, 200));
    }

    private static Crowd.Size crowd(int messages, int rate, int channels, int members) {
        return new Crowd.Size(
                property("faults.messages", messages),
                property("faults.rate", rate),
                property("faults.channels", channels),
                members);
    }

    private static Crowd.Size outage(int seconds, int usualRate, int channels, int members) {
        int rate = property("outage.rate", usualRate);
        return new Crowd.Size(
                property("outage.seconds", seconds) * rate, rate, property("outage.channels", channels), members);
    }

    private static Duration lifeOfOverload() {
        return Duration.ofSeconds(property("overload.life-seconds", 10));
    }

    private static int property(String name, int usual) {
        return Integer.getInteger("warren." + name, usual);
    }
}
