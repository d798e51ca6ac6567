package dev.warren.economy.shop;

import dev.warren.economy.EconomyConfig;
import dev.warren.economy.desk.Desk;
import dev.warren.runtime.commands.Call;
import dev.warren.schemas.bot.MessageBody;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is sold, page by page. */
@ApplicationScoped
class ShopWindow {
    private final EconomyConfig config;
    private final Items items;

    ShopWindow(EconomyConfig config, Items items) {
        this.config = config;
        this.items = items;
    }

    /** The page, or the last one when it lies beyond. */
    Uni<MessageBody> page(Call<?> call, Mutiny.StatelessSession tx, int asked) {
        int size = config.pageSize();
        var guild = Desk.guild(call);
        return items.count(tx, guild).chain(count -> {
            int pages = (count + size - 1) / size;
            int number = Math.clamp(asked, 0, Math.max(0, pages - 1));
            return items.sold(tx, guild, size, number * size)
                    .map(sold -> ShopTexts.shop(sold, number, pages, call.time()));
        });
    }
}
