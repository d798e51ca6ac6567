package dev.warren.leveling.leaderboard;

import dev.warren.leveling.standing.Board;
import dev.warren.runtime.commands.CustomId;
import dev.warren.schemas.topics.Service;
import java.util.Arrays;
import java.util.Optional;

/** Where a button of the leaderboard leads. Each has its own word, since Discord wants different ids in one message. */
enum Turn {
    PREVIOUS("previous"),
    /** To the page of whoever presses it. */
    MINE("mine"),
    NEXT("next"),
    /** To the first page of another board. */
    BOARD("board");

    /** The name of the buttons' handler. */
    static final String HANDLER = "leaderboard";

    private final String word;

    Turn(String word) {
        this.word = word;
    }

    /** @param page counted from 0 */
    CustomId customId(int page, Board board) {
        return CustomId.of(Service.LEVELING, HANDLER, word, page, board.word());
    }

    /** None for a word that no button of ours ever had. */
    static Optional<Turn> of(String word) {
        return Arrays.stream(values()).filter(turn -> turn.word.equals(word)).findFirst();
    }
}
