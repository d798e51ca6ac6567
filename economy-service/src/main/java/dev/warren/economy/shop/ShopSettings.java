package dev.warren.economy.shop;

import dev.warren.economy.EconomySettings;
import dev.warren.economy.ledger.Coins;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.runtime.settings.OfferedSettings;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.bot.SettingDescription.SettingType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The settings of shops. */
@ApplicationScoped
class ShopSettings implements OfferedSettings {
    private static final String RESALE = "economy.resale";

    @Override
    public List<SettingDescription> settings() {
        return List.of(new SettingDescription(
                RESALE,
                "Percent of the price that /sell gives back; 0 where nothing is taken back",
                EconomySettings.MODULE,
                SettingType.INTEGER,
                "50",
                Optional.of(0L),
                Optional.of(100L),
                List.of()));
    }

    /** What the shop gives for items of that price, rounded down. */
    static Coins resale(GuildSettings held, Coins price, long quantity) {
        long all = Math.multiplyExact(price.amount(), quantity);
        return new Coins(Math.multiplyExact(all / 100, held.number(RESALE)) + all % 100 * held.number(RESALE) / 100);
    }
}
