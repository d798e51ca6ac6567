import { LitElement, css, html, nothing } from 'lit';
import { base, fields } from './styles.js';

const SEARCH_DELAY_MS = 180;
let boxes = 0;

/**
 * One of some, or some of some, found by typing. With load(text) the choices come from elsewhere; with free the text itself counts.
 * Fires "chosen" with the values.
 */
class ComboBox extends LitElement {
  static properties = {
    label: {}, placeholder: {}, options: { attribute: false }, load: { attribute: false }, values: { attribute: false },
    free: { type: Boolean }, disabled: { type: Boolean }, min: { type: Number }, max: { type: Number }, invalid: { type: Boolean },
    open: { state: true }, text: { state: true }, active: { state: true }, found: { state: true }, chosen: { state: true },
  };

  static styles = [base, fields, css`
    :host { display: block; position: relative; min-width: 0; }
    input { text-overflow: ellipsis; padding-right: 28px !important; }
    .arrow { position: absolute; right: 10px; top: 8px; pointer-events: none; color: var(--fg-muted); }
    ul {
      position: fixed; z-index: 40; margin: 0; padding: 6px; list-style: none; background: var(--bg-popup); border: 1px solid var(--border);
      border-radius: 10px; box-shadow: var(--shadow); max-height: 260px; overflow-y: auto;
    }
    li { padding: 6px 8px; border-radius: 7px; cursor: pointer; display: grid; grid-template-columns: auto 1fr auto; gap: 0 8px; overflow-wrap: anywhere; }
    li.active { background: var(--bg-hover); outline: 2px solid var(--accent); outline-offset: -2px; }
    li small { grid-column: 2; color: var(--fg-muted); }
    .label-text { grid-column: 2; }
    .check { grid-column: 3; color: var(--accent); font-weight: 700; }
    .none { color: var(--fg-muted); cursor: default; display: block; }
  `];

  #id = `combo${boxes++}`;
  #timer = 0;
  #asked = 0;
  #labels = new Map();

  constructor() {
    super();
    Object.assign(this, { values: [], min: 1, max: 1, open: false, text: '', active: 0, found: [], chosen: null, options: null });
  }

  get #picked() {
    return this.chosen ?? this.values;
  }

  get #shownText() {
    if (this.open) {
      return this.text;
    }
    return this.#picked.map((value) => this.#labelOf(value)).join(', ');
  }

  #labelOf(value) {
    const known = (this.options ?? this.found).find((option) => String(option.value) === String(value));
    return known?.label ?? this.#labels.get(String(value)) ?? String(value);
  }

  render() {
    const multiple = this.max > 1;
    return html`<input class="field" role="combobox" autocomplete="off" spellcheck="false" aria-label=${this.label}
        aria-expanded=${String(this.open)} aria-controls=${this.#id} aria-autocomplete="list" aria-invalid=${String(this.invalid ?? false)}
        aria-activedescendant=${this.open && this.found.length ? `${this.#id}-${this.active}` : nothing}
        placeholder=${this.placeholder ?? ''} ?disabled=${this.disabled} .value=${this.#shownText}
        @focus=${this.#openSoon} @click=${() => this.#show()} @input=${this.#typed} @keydown=${this.#key} @blur=${this.#left}>
      <span class="arrow" aria-hidden="true">▾</span>
      <ul id=${this.#id} role="listbox" aria-label=${this.label} aria-multiselectable=${String(multiple)} ?hidden=${!this.open}
        @mousedown=${(event) => event.preventDefault()}>
        ${this.found.map((option, i) => this.#option(option, i))}
        ${this.found.length ? nothing : html`<li class="none" role="option" aria-disabled="true" aria-selected="false">${this.free
          ? 'No suggestions; what you type counts' : 'Nothing found'}</li>`}
      </ul>`;
  }

  #option(option, i) {
    const selected = this.#picked.some((value) => String(value) === String(option.value));
    return html`<li id="${this.#id}-${i}" role="option" class=${i === this.active ? 'active' : ''} aria-selected=${String(selected)}
      @mousemove=${() => { this.active = i; }} @click=${() => this.#pick(option)}>
      ${option.emoji ? html`<span>${option.emoji}</span>` : nothing}
      <span class="label-text">${option.label}</span>${selected ? html`<span class="check" aria-hidden="true">✓</span>` : nothing}
      ${option.description ? html`<small>${option.description}</small>` : nothing}</li>`;
  }

  focus() {
    this.renderRoot.querySelector('input')?.focus();
  }

  #openSoon() {
    if (this.hasAttribute('eager')) {
      this.#show();
    }
  }

  #show() {
    if (this.open || this.disabled) {
      return;
    }
    this.open = true;
    this.text = this.free ? String(this.#picked[0] ?? '') : '';
    this.active = 0;
    this.#search(0);
  }

  updated(changed) {
    if (this.open && (changed.has('open') || changed.has('found'))) {
      const list = this.renderRoot.querySelector('ul');
      const { left, top, bottom, width } = this.getBoundingClientRect();
      const below = innerHeight - bottom;
      list.style.width = `${Math.max(width, Math.min(220, innerWidth - 16))}px`;
      list.style.left = `${Math.max(8, Math.min(left, innerWidth - list.offsetWidth - 8))}px`;
      const upwards = below < Math.min(list.scrollHeight + 10, 260) && top > below;
      list.style.maxHeight = `${Math.max(80, Math.min(260, (upwards ? top : below) - 12))}px`;
      list.style.top = upwards ? 'auto' : `${bottom + 4}px`;
      list.style.bottom = upwards ? `${innerHeight - top + 4}px` : 'auto';
    }
    this.renderRoot.querySelector('li.active')?.scrollIntoView({ block: 'nearest' });
  }

  #typed(event) {
    this.text = event.target.value;
    this.open = true;
    this.active = 0;
    if (this.free) {
      this.#commit([this.text].filter(Boolean), true);
    }
    this.#search(this.load ? SEARCH_DELAY_MS : 0);
  }

  #search(delay) {
    clearTimeout(this.#timer);
    if (!this.load) {
      const wanted = this.text.toLowerCase();
      this.found = (this.options ?? []).filter((option) => `${option.label} ${option.description ?? ''}`.toLowerCase().includes(wanted)).slice(0, 50);
      return;
    }
    this.#timer = setTimeout(async () => {
      const asked = ++this.#asked;
      const found = await this.load(this.text).catch(() => []);
      if (asked === this.#asked && this.open) {
        this.found = found.slice(0, 50);
        this.active = Math.min(this.active, Math.max(0, found.length - 1));
      }
    }, delay);
  }

  #key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (!this.open) {
        this.#show();
      } else if (this.found.length) {
        this.active = (this.active + step + this.found.length) % this.found.length;
      }
    } else if (event.key === 'Enter' && this.open && this.found[this.active]) {
      event.preventDefault();
      event.stopPropagation();
      this.#pick(this.found[this.active]);
    } else if (event.key === 'Escape' && this.open) {
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    }
  }

  #pick(option) {
    this.#labels.set(String(option.value), option.label);
    if (this.max <= 1) {
      this.#commit([option.value]);
      this.#close();
      return;
    }
    const without = this.#picked.filter((value) => String(value) !== String(option.value));
    this.chosen = without.length < this.#picked.length ? without : [...without, option.value].slice(-this.max);
  }

  #left() {
    this.#close();
  }

  #close() {
    if (!this.open) {
      return;
    }
    this.open = false;
    if (this.chosen && this.chosen.length >= this.min) {
      this.#commit(this.chosen);
    }
    this.chosen = null;
  }

  #commit(values, typing = false) {
    this.values = values;
    this.dispatchEvent(new CustomEvent('chosen', { detail: { values, typing }, bubbles: true, composed: true }));
  }
}

customElements.define('combo-box', ComboBox);
