import { LitElement, css, html, nothing } from 'lit';
import { base, buttons, fields } from './styles.js';
import { store } from './store.js';

const EMOJIS = [
  ['👍', 'thumbs up'], ['👎', 'thumbs down'], ['❤️', 'heart'], ['😂', 'tears of joy'], ['😄', 'smile'], ['😉', 'wink'], ['😍', 'heart eyes'],
  ['🤔', 'thinking'], ['😮', 'surprised'], ['😢', 'crying'], ['😡', 'angry'], ['🎉', 'party'], ['🔥', 'fire'], ['✅', 'check mark'], ['❌', 'cross'],
  ['⭐', 'star'], ['👀', 'eyes'], ['🙏', 'folded hands'], ['👏', 'clapping'], ['💯', 'hundred'], ['🚀', 'rocket'], ['☕', 'coffee'], ['🐇', 'rabbit'],
  ['🥕', 'carrot'], ['👋', 'wave'], ['💡', 'light bulb'], ['❓', 'question mark'], ['🌙', 'moon'],
];
const COLUMNS = 7;

let picker = null;

/** Opens the emojis at an element, and gives the one that is chosen. */
export const openEmojis = (anchor, chosen) => picker?.open(anchor, chosen);

class EmojiPicker extends LitElement {
  static properties = { shown: { state: true } };

  static styles = [base, buttons, fields, css`
    div[role="dialog"] {
      position: fixed; z-index: 50; padding: 8px; background: var(--bg-popup); border: 1px solid var(--border); border-radius: 12px; box-shadow: var(--shadow);
    }
    .grid { display: grid; grid-template-columns: repeat(${COLUMNS}, 36px); }
    .grid button { height: 36px; font-size: 20px; border-radius: 7px; padding: 0; }
    .grid button:hover, .grid button:focus { background: var(--bg-hover); }
    form { display: flex; gap: 6px; margin-top: 6px; width: ${COLUMNS * 36}px; }
  `];

  #chosen = () => {};
  #anchor = null;
  #away = (event) => !event.composedPath().includes(this) && this.#close(false);

  constructor() {
    super();
    picker = this;
  }

  open(anchor, chosen) {
    this.#anchor = anchor;
    this.#chosen = chosen;
    this.shown = true;
    addEventListener('pointerdown', this.#away, true);
  }

  render() {
    return this.shown ? html`<div role="dialog" aria-label="Choose an emoji" @keydown=${this.#key}>
      <div class="grid">${EMOJIS.map(([emoji, name]) => html`<button aria-label=${name} title=${name} @click=${() => this.#pick(emoji)}>${emoji}</button>`)}</div>
      <form @submit=${this.#other}><input class="field" name="emoji" maxlength="20" aria-label="Another emoji" placeholder="Another emoji" autocomplete="off">
        <button class="button">Use</button></form>
    </div>` : nothing;
  }

  updated(changed) {
    if (!this.shown || !changed.has('shown')) {
      return;
    }
    const box = this.renderRoot.querySelector('div');
    const at = this.#anchor.getBoundingClientRect();
    box.style.left = `${Math.max(8, Math.min(at.left, innerWidth - box.offsetWidth - 8))}px`;
    box.style.top = `${Math.max(8, Math.min(at.bottom + 4, innerHeight - box.offsetHeight - 8))}px`;
    box.querySelector('button').focus();
  }

  #key(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
    const all = [...this.renderRoot.querySelectorAll('.grid button')];
    const at = all.indexOf(this.renderRoot.activeElement);
    if (step && at >= 0) {
      event.preventDefault();
      all[at + step]?.focus();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      this.#close(true);
    }
  }

  #other(event) {
    event.preventDefault();
    const emoji = event.target.elements.emoji.value.trim();
    if (/[^\u0000-\u00a8]/.test(emoji)) {
      this.#pick(emoji);
    } else {
      store.notice('An emoji is a character beyond letters, as 🐇.');
    }
  }

  #pick(emoji) {
    this.#close(true);
    this.#chosen(emoji);
  }

  #close(back) {
    removeEventListener('pointerdown', this.#away, true);
    this.shown = false;
    if (back) {
      this.#anchor?.focus?.();
    }
  }
}

customElements.define('emoji-picker', EmojiPicker);
