import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Selected, store } from './store.js';
import { WINDOW } from './timeline.js';
import { base, buttons, prose } from './styles.js';
import { messageStyles } from './message-styles.js';
import './message-item.js';
import './starter-hints.js';

const NEAR = 500;
const AT_END = 60;
const GROUP_MS = 7 * 60 * 1000;
const SYSTEM = new Set([6, 7, 12, 18]);
const days = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });

/** The channel's messages. What is drawn is the timeline's window; it slides as one scrolls, and what is in view stays where it is. */
class MessageList extends LitElement {
  static styles = [base, buttons, prose, messageStyles];

  #state = new Selected(this, (s) => [s.timeline, s.guild, s.viewer, s.hints, s.commands]);
  #anchor = null;
  #timeline = null;
  #ownTop = 0;
  #resized = new ResizeObserver(() => this.#hold());
  #redraw = () => this.requestUpdate();
  #themed = () => this.renderRoot.querySelectorAll('message-item').forEach((item) => item.requestUpdate());

  connectedCallback() {
    super.connectedCallback();
    store.addEventListener('timeline', this.#redraw);
    addEventListener('theme', this.#themed);
  }

  disconnectedCallback() {
    store.removeEventListener('timeline', this.#redraw);
    removeEventListener('theme', this.#themed);
    this.#resized.disconnect();
    super.disconnectedCallback();
  }

  firstUpdated() {
    this.#resized.observe(this.renderRoot.querySelector('.content-box'));
    this.#resized.observe(this.#scroller);
  }

  get #scroller() {
    return this.renderRoot.querySelector('.scroller');
  }

  willUpdate() {
    if (this.#timeline !== store.timeline) {
      this.#timeline = store.timeline;
      this.#ownTop = 0;
      store.follows = true;
    }
    // an anchor is good until somebody scrolls; new rows take their height only after this update
    if (store.follows) {
      this.#anchor = null;
    } else if (this.hasUpdated && !(this.#anchor && this.renderRoot.getElementById(this.#anchor.id))) {
      this.#anchor = this.#inView();
    }
  }

  /** The first message in view and where it stands. */
  #inView() {
    const { top } = this.#scroller.getBoundingClientRect();
    const item = [...this.renderRoot.querySelectorAll('message-item')].find((each) => each.getBoundingClientRect().bottom > top);
    return item && { id: item.id, top: item.getBoundingClientRect().top - top };
  }

  updated() {
    this.#hold();
    const fresh = [...this.renderRoot.querySelectorAll('message-item')].filter((item) => !item.hasUpdated);
    Promise.all(fresh.map((item) => item.updateComplete)).then(() => this.#hold());
  }

  /** Keeps the newest message in view, or what is in view where it stands, whatever grows or goes above it. */
  #hold() {
    const scroller = this.#scroller;
    const anchored = this.#anchor && this.renderRoot.getElementById(this.#anchor.id);
    if (store.follows) {
      scroller.scrollTop = scroller.scrollHeight;
    } else if (anchored) {
      scroller.scrollTop += anchored.getBoundingClientRect().top - scroller.getBoundingClientRect().top - this.#anchor.top;
    }
    this.#ownTop = scroller.scrollTop;
  }

  render() {
    const timeline = store.timeline;
    const messages = timeline?.messages ?? [];
    const fresh = timeline?.loaded && !timeline.hasOlder && messages.length < 6;
    return html`
      <div class="scroller" role="log" aria-live="polite" aria-relevant="additions" tabindex="0" aria-label="Messages" @scroll=${this.#scrolled}
        @keydown=${this.#key}>
        <div class="content-box">
          <h2 class="sr-only">Messages</h2>
          ${timeline?.loaded ? nothing : html`<p class="loading">Reading messages …</p>`}
          ${timeline?.loaded && timeline.hasOlder ? html`<p class="loading"><button class="button" @click=${this.#older}>Show older messages</button></p>` : nothing}
          ${timeline?.loaded && !timeline.hasOlder ? this.#beginning(fresh) : nothing}
          ${repeat(messages, (message) => message.id, (message, i) => this.#row(message, messages[i - 1]))}
          ${timeline?.hasNewer ? html`<p class="loading"><button class="button" @click=${this.#newer}>Show newer messages</button></p>` : nothing}
        </div>
      </div>
      ${!store.follows && (timeline?.missed || timeline?.hasNewer) ? html`<button class="present" @click=${this.#present}>
        ${timeline.missed ? `${timeline.missed} new ${timeline.missed === 1 ? 'message' : 'messages'} — ` : ''}Jump to present</button>` : nothing}`;
  }

  #beginning(fresh) {
    const name = store.inDirect ? `@${store.bot.username}` : `#${store.channel?.name ?? ''}`;
    return html`<div class="beginning"><h2>${store.inDirect ? name : `Welcome to ${name}`}</h2>
      <p>This is where ${store.inDirect ? 'your direct messages with the bot begin' : 'the channel begins'}.</p>
      ${fresh ? html`<starter-hints></starter-hints>` : nothing}</div>`;
  }

  #row(message, before) {
    const date = new Date(message.timestamp);
    const newDay = !before || new Date(before.timestamp).toDateString() !== date.toDateString();
    const grouped = !newDay && continues(message, before);
    return html`${newDay ? html`<div class="day" role="separator" aria-label=${days.format(date)}><span>${days.format(date)}</span></div>` : nothing}
      <message-item .message=${message} ?grouped=${grouped}></message-item>`;
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    const below = scrollHeight - scrollTop - clientHeight;
    const timeline = store.timeline;
    // what grows below the view moves the end away, too; only who scrolls up from where we left it does not follow any more
    const up = scrollTop < this.#ownTop - 2;
    const moved = Math.abs(scrollTop - this.#ownTop) > 2;
    this.#ownTop = scrollTop;
    const follows = timeline?.hasNewer ? false : below < AT_END || (store.follows && !up);
    if (follows !== store.follows) {
      store.follows = follows;
      if (follows) {
        timeline?.caughtUp();
      }
      this.requestUpdate();
    }
    if (moved) {
      this.#anchor = follows ? null : this.#inView();
    }
    // who follows has the newest end of the window; it must not be given up for older messages
    if (scrollTop < NEAR && timeline?.hasOlder && !(follows && timeline.messages.length >= WINDOW)) {
      this.#older();
    } else if (below < NEAR && timeline?.hasNewer) {
      this.#newer();
    }
  }

  #older() {
    return this.#extend((timeline) => timeline.extendUp(() => store.follows));
  }

  #newer() {
    return this.#extend((timeline) => timeline.extendDown());
  }

  async #extend(how) {
    const timeline = store.timeline;
    await store.attempt(async () => {
      if (await how(timeline)) {
        this.requestUpdate();
      }
    });
  }

  async #present() {
    const timeline = store.timeline;
    if (timeline.hasNewer) {
      await store.attempt(() => timeline.newest());
    }
    store.follows = true;
    timeline.caughtUp();
    this.requestUpdate();
  }

  /** Arrows go from message to message; End leads to the newest. */
  #key(event) {
    const origin = event.composedPath()[0];
    const onMessage = origin.localName === 'message-item';
    if (!onMessage && origin !== this.#scroller) {
      return;
    }
    if (event.key === 'End' && !event.shiftKey) {
      this.#present();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const items = [...this.renderRoot.querySelectorAll('message-item')];
      const next = onMessage ? items[items.indexOf(origin) + step] : items.at(-1);
      next?.focus();
      next?.scrollIntoView({ block: 'nearest' });
    }
  }
}

/** Whether a message stands below another without name and picture. */
function continues(message, before) {
  return message.author.id === before.author.id
    && message.author.username === before.author.username
    && message.type === 0 && !SYSTEM.has(before.type)
    && !message.view?.command
    && Boolean(message.view?.ephemeral) === Boolean(before.view?.ephemeral)
    && new Date(message.timestamp) - new Date(before.timestamp) < GROUP_MS;
}

customElements.define('message-list', MessageList);
