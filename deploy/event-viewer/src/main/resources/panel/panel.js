import { EventWay } from "./way.js";
import { EventPage } from "./page.js";

for (const [name, element] of [
  ["warren-event-way", EventWay],
  ["warren-event-page", EventPage],
]) {
  if (!customElements.get(name)) {
    customElements.define(name, element);
  }
}

export default {
  title: "Way of this event",
  messageElement: "warren-event-way",
  pageElement: "warren-event-page",
};
