package dev.warren.ai.images;

import dev.warren.ai.web.Http;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Speaks one provider's protocol. */
@FunctionalInterface
interface Painter {

    Uni<Painted> paint(Order order);

    /** What an answer that is no success means with every provider. */
    static Painted failed(Http.Answer answer) {
        return switch (answer) {
            case Http.Answer.Fine(var bytes, var _) -> Painted.picture(bytes);
            case Http.Answer.Status(int status, var _, var retryAfter) -> status(status, retryAfter);
            case Http.Answer.TooLarge(int most) -> new Painted.Failed("its picture has more than " + most + " bytes");
            case Http.Answer.NotInTime(Duration patience) ->
                new Painted.Failed("it did not draw within " + patience.toSeconds() + " s");
            case Http.Answer.Unreachable _ -> new Painted.Failed("it cannot be reached");
        };
    }

    private static Painted status(int status, java.util.Optional<Duration> retryAfter) {
        return switch (status) {
            case 401, 402, 403 -> new Painted.NotAllowed(status);
            case 429 -> new Painted.Busy(retryAfter);
            case 400, 422, 451 -> new Painted.Rejected();
            default -> new Painted.Failed("it answered with " + status);
        };
    }
}
