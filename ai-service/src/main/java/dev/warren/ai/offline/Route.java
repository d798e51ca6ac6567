package dev.warren.ai.offline;

import java.util.Map;

/** Where a question goes. */
sealed interface Route {
    /** A tool answers it. */
    record Use(String tool, Map<String, String> arguments) implements Route {
        public Use {
            arguments = Map.copyOf(arguments);
        }

        @Override
        public String label() {
            return "tool:" + tool;
        }
    }

    /** A command does it, and this is how. */
    record Explain(Manual manual) implements Route {
        @Override
        public String label() {
            return "help:" + manual.command();
        }
    }

    /**
     * The persona answers by itself.
     *
     * @param topic of which there are lines
     */
    record Say(String topic) implements Route {
        @Override
        public String label() {
            return "say:" + topic;
        }
    }

    /** Nobody can, offline. */
    record NotOffline() implements Route {
        @Override
        public String label() {
            return "none";
        }
    }

    /** By which the set of questions names it. */
    String label();
}
