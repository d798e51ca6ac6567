package dev.warren.embed.feeds;

import dev.warren.embed.providers.Addresses;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The kinds of sources that there are. */
@ApplicationScoped
class FeedKinds {
    private final List<FeedKind> all;

    FeedKinds(@All List<FeedKind> all) {
        // any link may be a feed: that kind comes last
        this.all = all.stream()
                .sorted(Comparator.<FeedKind, Boolean>comparing(
                                kind -> kind.id().equals(RssKind.ID))
                        .thenComparing(FeedKind::id))
                .toList();
    }

    String[] ids() {
        return all.stream().map(FeedKind::id).toArray(String[]::new);
    }

    Optional<FeedKind> of(String id) {
        return all.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** Of which kind a link is; none for what is no link. */
    Optional<FeedKind> claiming(String words) {
        return Addresses.of(words.strip())
                .flatMap(link -> all.stream().filter(kind -> kind.claims(link)).findFirst());
    }
}
