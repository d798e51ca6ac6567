package dev.warren.ai.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.warren.ai.asking.Asker;
import dev.warren.ai.zones.WorldClock;
import dev.warren.ai.zones.Zones;
import dev.warren.runtime.settings.SettingsView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Times in the zones of the world. */
@ApplicationScoped
class TimeTool implements Tool {
    private static final String PLACE = "place";
    private static final int LONGEST = 64;

    private final SettingsView settings;
    private final InstantSource clock;

    TimeTool(SettingsView settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public ToolSpecification specification() {
        return ToolSpecification.builder()
                .name(ToolNames.TIME)
                .description("Tells time and date now, here or in a city or time zone")
                .parameters(JsonObjectSchema.builder()
                        .addStringProperty(PLACE, "A city or zone, such as Tokyo or Europe/Berlin; left out for here")
                        .build())
                .build();
    }

    @Override
    public Uni<String> use(Asker asker, JsonNode arguments) {
        var place = Tool.text(arguments, PLACE, LONGEST);
        var now = clock.instant();
        var zone = place.isEmpty()
                ? java.util.Optional.of(settings.at(asker.guild(), now).timezone())
                : Zones.find(place);
        return Uni.createFrom()
                .item(zone.map(known -> WorldClock.in(known, now)).orElse("No city or time zone is called so."));
    }
}
