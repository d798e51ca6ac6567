import { LitElement, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { address, clock, count, rate, shortType } from "./viewer.js";
import { shared } from "./styles.js";
import { pageStyles } from "./page-styles.js";

const MOST_ROWS = 150;
const FILTERS = [
  ["type", "Type", "message-created"],
  ["guild", "Guild id", ""],
  ["user", "User id", ""],
  ["correlation", "Chain", "interaction:5678"],
  ["text", "Text or id", ""],
];

/** Find a chain; see what the topics do at this moment. */
export class EventPage extends LitElement {
  static properties = {
    guildId: { attribute: "guild-id" },
    asked: { state: true },
    topics: { state: true },
    records: { state: true },
    connected: { state: true },
    paused: { state: true },
    all: { state: true },
    filter: { state: true },
    problem: { state: true },
  };

  static styles = [shared, pageStyles];

  #source = undefined;

  constructor() {
    super();
    this.topics = [];
    this.records = [];
    this.filter = {};
    this.paused = false;
    this.all = false;
    this.connected = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#listen();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#source?.close();
  }

  #listen() {
    this.#source?.close();
    this.records = [];
    this.problem = undefined;
    const source = new EventSource(address("api/v1/live", this.filter));
    this.#source = source;
    source.addEventListener("open", () => {
      this.connected = true;
      this.problem = undefined;
    });
    source.addEventListener("error", () => {
      this.connected = false;
      if (source.readyState === EventSource.CLOSED) {
        this.#explain();
      }
    });
    source.addEventListener("topics", (event) => {
      this.topics = JSON.parse(event.data);
    });
    source.addEventListener("records", (event) => {
      if (!this.paused) {
        const known = new Set(this.records.map((record) => record.number));
        const news = JSON.parse(event.data).filter((record) => !known.has(record.number));
        this.records = [...news, ...this.records].slice(0, MOST_ROWS);
      }
    });
  }

  /** A stream does not tell why it was refused; the same question asked plainly does. */
  async #explain() {
    try {
      const response = await fetch(address("api/v1/records", this.filter));
      this.problem = response.ok ? "The live view was refused." : (await response.json()).error.message;
    } catch {
      this.problem = "The event viewer does not answer. “./warren status” shows whether it runs.";
    }
  }

  render() {
    return html`
      <section aria-labelledby="find">
        <h2 id="find">Find the way of an event</h2>
        <form @submit=${this.#find}>
          <label class="wide">
            Link to a message, its id, or the id of an event
            <input name="q" required maxlength="240" autocomplete="off" placeholder="interaction:5678" />
          </label>
          <button class="button">Show</button>
        </form>
        ${this.asked
          ? html`<div class="found"><warren-event-way query=${this.asked}></warren-event-way></div>`
          : nothing}
      </section>
      ${this.#topicsSection()} ${this.#recordsSection()}
    `;
  }

  #find(event) {
    event.preventDefault();
    this.asked = String(new FormData(event.target).get("q")).trim();
  }

  #topicsSection() {
    const shown = this.topics.filter((topic) => this.all || topic.records > 0);
    const fastest = Math.max(1, ...shown.map((topic) => topic.perSecond));
    return html`
      <section aria-labelledby="topics">
        <h2 id="topics">Topics now</h2>
        <p class="intro">
          Services speak by writing records into topics. A service that is behind has records waiting; 0 means that it has taken
          everything.
        </p>
        <div class="tools">
          <span role="status">${this.connected ? "Live" : "Not connected, trying again …"}</span>
          <button class="button" aria-pressed=${this.all ? "true" : "false"} @click=${() => (this.all = !this.all)}>
            ${this.all ? "Hide empty topics" : "Show empty topics too"}
          </button>
        </div>
        <table>
          <thead>
            <tr>
              <th scope="col">Topic</th>
              <th scope="col" class="number">Per second</th>
              <th scope="col">Waiting</th>
              <th scope="col" class="number far">Records</th>
              <th scope="col" class="number far">Partitions</th>
            </tr>
          </thead>
          <tbody>
            ${shown.map((topic) => topicRow(topic, fastest))}
          </tbody>
        </table>
      </section>
    `;
  }

  #recordsSection() {
    return html`
      <section aria-labelledby="records">
        <h2 id="records">Last records</h2>
        <p class="intro">Newest first. Choose one to see its whole way.</p>
        <form @submit=${this.#choose} @reset=${this.#reset}>
          <label>
            Topic
            <select name="topic">
              <option value="">all</option>
              ${this.topics.map((topic) => html`<option value=${topic.name}>${topic.name}</option>`)}
            </select>
          </label>
          ${FILTERS.map(
            ([name, label, example]) => html`<label>
              ${label}
              <input name=${name} maxlength="240" autocomplete="off" placeholder=${example} />
            </label>`,
          )}
          <button class="button">Filter</button>
          <button class="button" type="reset">Everything</button>
        </form>
        ${this.problem ? html`<p class="trouble" role="alert">${this.problem}</p>` : nothing}
        <div class="tools">
          <button class="button" aria-pressed=${this.paused ? "true" : "false"} @click=${() => (this.paused = !this.paused)}>
            ${this.paused ? "Go on" : "Pause"}
          </button>
          <span>${count(this.records.length)} shown${this.paused ? ", paused" : ""}</span>
        </div>
        ${this.records.length ? nothing : html`<p class="muted">No record fits yet.</p>`}
        <ul>
          ${repeat(
            this.records,
            (record) => record.number,
            (record) => this.#row(record),
          )}
        </ul>
      </section>
    `;
  }

  #row(record) {
    return html`<li>
      <button class="row" @click=${() => this.#show(record)}>
        <span class="mono">${clock(record.live ? record.seenAt : record.eventTime)}</span>
        <span>${record.line}<small class="group">${shortType(record.type)} · ${record.correlationId}</small></span>
        <span class="mono">${record.topic}<small class="group">${record.key} · ${count(record.bytes)} B</small></span>
      </button>
    </li>`;
  }

  async #show(record) {
    this.asked = record.eventId || record.correlationId;
    await this.updateComplete;
    const found = this.renderRoot.querySelector(".found");
    found?.scrollIntoView({ block: "nearest" });
  }

  #choose(event) {
    event.preventDefault();
    this.filter = Object.fromEntries(
      [...new FormData(event.target).entries()].map(([name, value]) => [name, String(value).trim()]),
    );
    this.#listen();
  }

  #reset() {
    this.filter = {};
    this.#listen();
  }
}

const topicRow = (topic, fastest) => html`
  <tr>
    <th scope="row">${topic.name}<small>${topic.description}</small></th>
    <td class="number rate">
      ${rate(topic.perSecond)}
      <i aria-hidden="true" style="width: ${((topic.perSecond / fastest) * 60).toFixed(1)}%"></i>
    </td>
    <td>
      ${topic.groups.length
        ? topic.groups.map(
            (group) =>
              html`<span class="group"
                ><span class=${group.lag ? "waiting" : ""}>${count(group.lag)}</span> for ${group.group}</span
              >`,
          )
        : html`<span class="group">nobody reads by group</span>`}
    </td>
    <td class="number far">${count(topic.records)}</td>
    <td class="number far">${topic.partitions}</td>
  </tr>
`;
