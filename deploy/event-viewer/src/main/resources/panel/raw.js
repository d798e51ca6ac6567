import { LitElement, css, html, nothing } from "lit";
import { ask } from "./viewer.js";
import { shared } from "./styles.js";

/** A record as it lies in its topic, loaded when it is asked for. */
export class RawRecord extends LitElement {
  static properties = {
    place: { type: String },
    record: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  static styles = [
    shared,
    css`
      pre {
        margin: 0.4rem 0 0;
        padding: 0.6rem;
        max-height: 22rem;
        overflow: auto;
        border: 1px solid var(--_border);
        border-radius: 6px;
        background: var(--_code);
        color: var(--_fg);
        font-family: var(--_mono);
        font-size: 0.8rem;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  async toggle() {
    if (this.record) {
      this.record = undefined;
      return;
    }
    this.busy = true;
    this.problem = undefined;
    try {
      this.record = await ask(`api/v1/records/${this.place}`);
    } catch (failure) {
      this.problem = failure.message;
    }
    this.busy = false;
  }

  render() {
    return html`
      <button class="button" aria-expanded=${this.record ? "true" : "false"} ?disabled=${this.busy} @click=${this.toggle}>
        ${this.record ? "Hide the raw record" : "Raw record"}
      </button>
      ${this.problem ? html`<p class="trouble" role="alert">${this.problem}</p>` : nothing}
      ${this.record ? this.#text() : nothing}
    `;
  }

  #text() {
    const headers = Object.entries(this.record.headers).map(([name, value]) => `${name}: ${value}`);
    const lines = [
      `key: ${this.record.key || "(none)"}`,
      ...headers,
      "",
      this.record.tombstone ? "(no value: a tombstone)" : this.record.value,
    ];
    return html`<pre tabindex="0" aria-label="Raw record">${lines.join("\n")}</pre>`;
  }
}

if (!customElements.get("warren-raw-record")) {
  customElements.define("warren-raw-record", RawRecord);
}
