// What became of interactions: answered, modal or unanswered. The news may come before one asks for it.

const KEPT = 100;
const LATEST_MS = 5000;

export class Outcomes {
  #waiting = new EventTarget();
  #known = new Map();

  came(event) {
    this.#known.set(event.id, event);
    if (this.#known.size > KEPT) {
      this.#known.delete(this.#known.keys().next().value);
    }
    this.#waiting.dispatchEvent(new Event(event.id));
  }

  of(id) {
    const known = this.#known.get(id);
    if (known) {
      return Promise.resolve(known);
    }
    return new Promise((resolve) => {
      const late = setTimeout(() => resolve({ state: 'unanswered' }), LATEST_MS);
      this.#waiting.addEventListener(id, () => {
        clearTimeout(late);
        resolve(this.#known.get(id));
      }, { once: true });
    });
  }
}
