package dev.warren.ai.router;

import dev.warren.ai.AiConfig;
import dev.warren.ai.models.Candidate;
import dev.warren.ai.models.ModelClass;
import dev.warren.ai.providers.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * In which order candidates are asked: the one that was chosen by name, then those of the wanted class, then the others; within each, by
 * the order of the providers, or at random by their weight.
 */
final class Plan {
    private Plan() {}

    /**
     * @param chosen a candidate's name
     * @param tokens that must fit
     */
    static List<Candidate> of(
            List<Provider> providers,
            AiConfig.Routing.By by,
            ModelClass wanted,
            Optional<String> chosen,
            int tokens,
            RandomGenerator random) {
        var ordered = new ArrayList<Candidate>();
        var sequence = by == AiConfig.Routing.By.WEIGHT ? drawn(providers, random) : providers;
        for (var provider : sequence) {
            if (!provider.isOut()) {
                ordered.addAll(provider.candidates());
            }
        }
        ordered.removeIf(candidate -> candidate.capabilities().context() < tokens);
        // a stable sort: what is equal stays in the providers' order
        ordered.sort((one, other) -> Integer.compare(rank(one, wanted, chosen), rank(other, wanted, chosen)));
        return List.copyOf(ordered);
    }

    private static int rank(Candidate candidate, ModelClass wanted, Optional<String> chosen) {
        if (chosen.filter(candidate.name()::equals).isPresent()) {
            return 0;
        }
        return candidate.type() == wanted ? 1 : 2;
    }

    /** Draws without putting back, each provider by its weight; those without weight come last. */
    private static List<Provider> drawn(List<Provider> providers, RandomGenerator random) {
        var left = new ArrayList<>(providers);
        var drawn = new ArrayList<Provider>();
        while (!left.isEmpty()) {
            int sum = left.stream().mapToInt(Provider::weight).sum();
            int at = sum == 0 ? 0 : random.nextInt(sum);
            int place = 0;
            while (sum > 0 && at >= left.get(place).weight()) {
                at -= left.get(place).weight();
                place++;
            }
            drawn.add(left.remove(place));
        }
        return drawn;
    }
}
