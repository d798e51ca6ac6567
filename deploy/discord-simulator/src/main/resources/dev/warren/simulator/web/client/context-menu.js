import { LitElement, css, html, nothing } from 'lit';
import { base } from './styles.js';

let menu = null;

/** Opens the menu at an element or a point ({x, y, restore}), with items of label, run and perhaps group. */
export const openMenu = (anchor, label, items) => menu?.open(anchor, label, items);

/** The one menu of the page. Arrows move, Escape closes and leads back. */
class ContextMenu extends LitElement {
  static properties = { items: { state: true }, label: { state: true }, shown: { state: true } };

  static styles = [base, css`
    div {
      position: fixed; z-index: 50; min-width: 190px; max-width: min(300px, calc(100vw - 16px)); padding: 6px; background: var(--bg-popup); border-radius: 10px;
      border: 1px solid var(--border); box-shadow: var(--shadow); max-height: 60vh; overflow-y: auto;
    }
    button { display: block; width: 100%; text-align: left; padding: 7px 10px; border-radius: 7px; overflow-wrap: anywhere; font-size: 15px; }
    button:hover, button:focus { background: var(--bg-hover); }
    span { display: block; padding: 8px 10px 2px; font-size: 12px; font-weight: 650; color: var(--fg-muted); text-transform: uppercase; }
  `];

  #restore = null;
  #point = { x: 0, y: 0 };
  #away = (event) => !event.composedPath().includes(this) && this.#close(false);

  constructor() {
    super();
    this.items = [];
    menu = this;
  }

  open(anchor, label, items) {
    const box = anchor.getBoundingClientRect?.();
    this.#point = box ? { x: box.left, y: box.bottom } : anchor;
    this.#restore = anchor.restore ?? anchor;
    Object.assign(this, { items, label, shown: true });
    addEventListener('pointerdown', this.#away, true);
  }

  render() {
    if (!this.shown) {
      return nothing;
    }
    let group;
    return html`<div role="menu" aria-label=${this.label} @keydown=${this.#key}>${this.items.map((item) => {
      const head = item.group && item.group !== group ? html`<span role="presentation">${item.group}</span>` : nothing;
      group = item.group;
      return html`${head}<button role="menuitem" tabindex="-1" @click=${() => this.#run(item)}>${item.label}</button>`;
    })}</div>`;
  }

  updated(changed) {
    if (!this.shown || !changed.has('items')) {
      return;
    }
    const box = this.renderRoot.querySelector('div');
    box.style.left = `${Math.max(8, Math.min(this.#point.x, innerWidth - box.offsetWidth - 8))}px`;
    box.style.top = `${Math.max(8, Math.min(this.#point.y + 4, innerHeight - box.offsetHeight - 8))}px`;
    box.querySelector('button')?.focus();
  }

  #key(event) {
    const buttons = [...this.renderRoot.querySelectorAll('button')];
    const at = buttons.indexOf(this.renderRoot.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      buttons.at(to % buttons.length)?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      this.#close(true);
    }
  }

  #run(item) {
    this.#close(true);
    item.run();
  }

  #close(back) {
    removeEventListener('pointerdown', this.#away, true);
    this.shown = false;
    if (back) {
      this.#restore?.focus?.();
    }
  }
}

customElements.define('context-menu', ContextMenu);
