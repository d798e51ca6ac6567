import { LitElement, html, nothing } from "lit";
import { ask, clock, count, milliseconds, shortType } from "./viewer.js";
import { shared } from "./styles.js";
import { wayStyles } from "./way-styles.js";
import "./raw.js";

/** What has just been written is still on its way: when to look again, in milliseconds. */
const AGAIN = [250, 500, 1000, 2000, 3000, 5000];

const OUTCOMES = {
  done: ["✓", "done"],
  underway: ["→", "goes on"],
  skipped: ["–", "nothing to do"],
  refused: ["✕", "refused"],
  failed: ["!", "failed"],
};

/** The way of one message, interaction or event: each record as one line, each with what is behind it. */
export class EventWay extends LitElement {
  static properties = {
    guildId: { attribute: "guild-id" },
    channelId: { attribute: "channel-id" },
    messageId: { attribute: "message-id" },
    interactionId: { attribute: "interaction-id" },
    query: { attribute: "query" },
    chain: { state: true },
    problem: { state: true },
    open: { state: true },
  };

  static styles = [shared, wayStyles];

  #tries = 0;
  #timer = undefined;
  #loading = undefined;

  constructor() {
    super();
    this.open = new Set();
  }

  updated(changed) {
    if (["messageId", "interactionId", "query"].some((name) => changed.has(name))) {
      this.chain = undefined;
      this.open = new Set();
      this.refresh();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#loading?.abort();
  }

  refresh() {
    this.#tries = 0;
    return this.#load();
  }

  async #load() {
    clearTimeout(this.#timer);
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    if (!this.messageId && !this.interactionId && !this.query) {
      return;
    }
    try {
      const asked = this.query
        ? { q: this.query }
        : {
            guild: this.guildId,
            channel: this.channelId,
            message: this.messageId,
            interaction: this.interactionId,
          };
      this.chain = await ask("api/v1/chain", asked, loading.signal);
      this.problem = undefined;
      // spans come some seconds after the work that they tell of
      const settled = this.chain.found && !this.chain.underway && (this.chain.spans.length > 0 || this.#tries > 3);
      if (!settled && this.#tries < AGAIN.length && this.isConnected) {
        this.#timer = setTimeout(() => this.#load(), AGAIN[this.#tries++]);
      }
    } catch (failure) {
      if (failure.name !== "AbortError") {
        this.problem = failure.message;
      }
    }
  }

  render() {
    if (this.problem) {
      return html`<p class="trouble" role="alert">${this.problem}</p>
        <p><button class="button" @click=${this.refresh}>Try again</button></p>`;
    }
    if (!this.chain) {
      return html`<p class="muted" role="status">Looking for it …</p>`;
    }
    return html`
      <header>
        <div role="status"><h2>${this.chain.found ? this.chain.headline : "Nothing was found"}</h2></div>
        <button class="button" @click=${this.refresh}>Refresh</button>
      </header>
      ${this.chain.found ? this.#way() : this.#nothing()}
    `;
  }

  #nothing() {
    const { records, complete } = this.chain.searched;
    return html`<p class="muted">
      ${records === 0
        ? "No record belongs to it yet. What was written before Warren was started leaves none."
        : complete
          ? `None of the ${count(records)} records of that time belongs to it.`
          : `Not found in the ${count(records)} records that were looked through; there are more of that time.`}
    </p>`;
  }

  #way() {
    const grouped = this.#grouped();
    const total = Math.max(1, this.chain.millis, ...this.chain.spans.map((span) => span.start + span.millis));
    return html`
      <details class="explained">
        <summary>How to read this</summary>
        <p>
          Each line is one record in Kafka. The service in grey wrote it into the topic beside it, because of the line above that is
          less indented. The time counts from the first line; “≈” is when this viewer saw the record, all others the record itself
          tells (“·” where neither is known). Green bars are what a service told of its own work.
        </p>
      </details>
      <ol>
        ${this.chain.steps.map((step, place) => this.#step(step, place, grouped.get(place) ?? [], total))}
      </ol>
    `;
  }

  /** The spans under the step whose event they handle, and their children with them; the first of all under the first step. */
  #grouped() {
    const placeOfEvent = new Map();
    this.chain.steps.forEach((step, place) => {
      if (!placeOfEvent.has(step.eventId)) {
        placeOfEvent.set(step.eventId, place);
      }
    });
    const bySpan = new Map();
    const grouped = new Map();
    for (const span of this.chain.spans) {
      const above = bySpan.get(span.parentId);
      const own = placeOfEvent.get(span.eventId);
      const place = own ?? above?.place ?? 0;
      const depth = own === undefined && above ? Math.min(above.depth + 1, 4) : 0;
      bySpan.set(span.spanId, { place, depth });
      grouped.set(place, [...(grouped.get(place) ?? []), { ...span, depth }]);
    }
    return grouped;
  }

  #step(step, place, spans, total) {
    const [sign, meaning] = OUTCOMES[step.outcome];
    const from = step.parent >= 0 ? this.chain.steps[step.parent].millis : 0;
    const id = `${step.topic}/${step.partition}/${step.offset}`;
    const isOpen = this.open.has(id);
    return html`
      <li class="step ${step.outcome}">
        <span class="when">${when(step, place)}</span>
        <span class="mark"><span title=${meaning}><b aria-hidden="true">${sign}</b><b class="hidden">${meaning}</b></span></span>
        <div class="what" style="--depth: ${step.depth}">
          <button class="line" aria-expanded=${isOpen ? "true" : "false"} @click=${() => this.#toggle(id)}>
            ${step.line}
            <small>${step.service} · ${step.topic}${step.copy ? " · once more, with the same id: nobody acts twice" : ""}</small>
          </button>
          <div class="track" aria-hidden="true">${bar(from, Math.max(from, step.millis), total)}</div>
          ${spans.length ? html`<ul class="spans">${spans.map((span) => spanLine(span, total))}</ul>` : nothing}
          ${isOpen ? this.#more(step, id) : nothing}
        </div>
      </li>
    `;
  }

  #more(step, id) {
    const rows = [
      ["Type", shortType(step.type)],
      ["Lies in", `${step.topic}, partition ${step.partition}, offset ${step.offset}`],
      ["Key", step.key],
      ["Event id", step.eventId],
      ["Because of", step.causationId || "nothing before: the chain begins here"],
      ["Chain", step.correlationId],
      ["Written by", step.source],
      ["Event's time", clock(step.eventTime)],
      ["Record's time", clock(step.brokerTime)],
      ["Seen here", step.live ? clock(step.seenAt) : "when the viewer looked it up"],
      ["Trace", step.traceId || "none"],
      ["Size", `${count(step.bytes)} bytes`],
    ];
    return html`
      <div class="more">
        <dl>
          ${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
        </dl>
        <warren-raw-record place=${id}></warren-raw-record>
      </div>
    `;
  }

  #toggle(id) {
    const open = new Set(this.open);
    if (!open.delete(id)) {
      open.add(id);
    }
    this.open = open;
  }
}

/** A record that came before the viewer looked, and bears no moment of its own, has none to show. */
const when = (step, place) => {
  if (place > 0 && !step.exact && !step.live) {
    return html`<span aria-hidden="true">·</span><span class="hidden">at an unknown moment</span>`;
  }
  return `${step.exact || place === 0 ? "" : "≈ "}+${milliseconds(Math.max(0, step.millis))}`;
};

const bar = (from, to, total) =>
  html`<i style="inset-inline-start: ${percent(from, total)}; width: ${percent(to - from, total)}"></i>`;

const percent = (part, total) => `${Math.min(100, Math.max(0, (part / total) * 100)).toFixed(2)}%`;

const spanLine = (span, total) => html`
  <li class="span ${span.error ? "error" : ""}" style="--depth: ${span.depth}">
    <span class="span-name">
      <span title=${Object.entries(span.attributes).map((entry) => entry.join(": ")).join("\n")}
        >${span.service}: ${span.name}${span.error ? ` — ${span.error}` : ""}</span
      >
      <span class="mono">${milliseconds(span.millis)}</span>
    </span>
    <div class="track" aria-hidden="true">${bar(span.start, span.start + span.millis, total)}</div>
  </li>
`;
