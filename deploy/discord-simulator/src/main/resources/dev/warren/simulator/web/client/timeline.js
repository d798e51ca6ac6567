// The messages of one channel that are at hand: a window of bounded size that slides over the channel as one scrolls.

import { get } from './api.js';

const PAGE = 50;
/** Messages that are kept, and drawn, at most. */
export const WINDOW = 150;

const older = (a, b) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

export class Timeline {
  messages = [];
  hasOlder = false;
  hasNewer = false;
  /** Messages that came while the window was elsewhere. */
  missed = 0;
  loaded = false;
  #channelId;
  #as;
  #loading = null;
  #meanwhile = [];

  constructor(channelId, as) {
    this.#channelId = channelId;
    this.#as = as;
  }

  /** Reads the newest messages. */
  async newest() {
    this.#loading = null;
    const page = await this.#read({});
    if (!page) {
      return;
    }
    this.messages = page.messages;
    this.hasOlder = page.more;
    this.hasNewer = false;
    this.missed = 0;
    this.loaded = true;
    this.#applyMeanwhile(page.sequence);
  }

  /** Reads what was before; forgets as much at the other end, but never what somebody looks at who follows the newest. */
  async extendUp(follows) {
    if (!this.hasOlder || this.#loading) {
      return false;
    }
    const page = await this.#read({ before: this.messages[0]?.id });
    if (!page) {
      return false;
    }
    const joined = [...page.messages, ...this.messages];
    const tooMany = joined.length > WINDOW;
    this.hasOlder = page.more || (tooMany && follows());
    this.hasNewer ||= tooMany && !follows();
    this.messages = follows() ? joined.slice(-WINDOW) : joined.slice(0, WINDOW);
    this.#applyMeanwhile(page.sequence);
    return true;
  }

  /** Reads what came after; forgets as much at the other end. */
  async extendDown() {
    if (!this.hasNewer || this.#loading) {
      return false;
    }
    const page = await this.#read({ after: this.messages.at(-1)?.id });
    if (!page) {
      return false;
    }
    const joined = [...this.messages, ...page.messages];
    this.hasNewer = page.more;
    this.hasOlder ||= joined.length > WINDOW;
    this.messages = joined.slice(-WINDOW);
    if (!this.hasNewer) {
      this.missed = 0;
    }
    this.#applyMeanwhile(page.sequence);
    return true;
  }

  /** One request at a time; an answer to an older one is dropped. */
  async #read(query) {
    const reading = get('/view/messages', { channelId: this.#channelId, as: this.#as, limit: PAGE, ...query });
    this.#loading = reading;
    this.#meanwhile = [];
    try {
      const page = await reading;
      return this.#loading === reading ? page : null;
    } finally {
      if (this.#loading === reading) {
        this.#loading = null;
      }
    }
  }

  /** Events that came while a page was read may be newer than the page. */
  #applyMeanwhile(sequence) {
    const events = this.#meanwhile;
    this.#meanwhile = [];
    events.filter((entry) => entry.sequence > sequence).forEach((entry) => this.#take(entry.event, true));
  }

  /** Takes a live event; follows says whether the newest message is in view. */
  apply(event, sequence, follows) {
    if (this.#loading) {
      this.#meanwhile.push({ event, sequence });
      if (!this.loaded) {
        return;
      }
    }
    this.#take(event, follows);
  }

  #take(event, follows) {
    if (event.type === 'gone') {
      const ids = new Set(event.ids);
      this.messages = this.messages.filter((message) => !ids.has(message.id));
    } else if (event.type === 'changed') {
      this.messages = this.messages.map((message) => (message.id === event.message.id ? event.message : message));
    } else if (event.type === 'message') {
      this.#append(event.message, follows);
    }
  }

  #append(message, follows) {
    if (this.hasNewer || (!follows && this.messages.length >= WINDOW)) {
      this.hasNewer = true;
      this.missed++;
      return;
    }
    const last = this.messages.at(-1);
    if (last && older(message.id, last.id) <= 0) {
      return;
    }
    const joined = [...this.messages, message];
    this.hasOlder ||= joined.length > WINDOW;
    this.messages = joined.slice(-WINDOW);
    this.missed += follows ? 0 : 1;
  }

  /** The reader is at the newest message. */
  caughtUp() {
    if (!this.hasNewer) {
      this.missed = 0;
    }
  }

  dismiss(id) {
    this.messages = this.messages.filter((message) => message.id !== id);
  }
}
