package dev.warren.economy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Where chance comes in: the numbers of accounts, and nothing else. */
@ApplicationScoped
class Randomness {
    @Produces
    @ApplicationScoped
    RandomGenerator random() {
        return new SecureRandom();
    }
}
