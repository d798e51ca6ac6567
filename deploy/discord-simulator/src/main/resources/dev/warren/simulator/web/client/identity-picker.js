import { LitElement, css, html } from 'lit';
import { Selected, store } from './store.js';
import { get } from './api.js';
import { base, buttons, fields } from './styles.js';
import { avatar } from './text.js';
import { closeIcon } from './icons.js';

const SEARCH_DELAY_MS = 150;
const LONGEST_NAME = 80;

/** Chooses whom one speaks as, or makes a new member. */
class IdentityPicker extends LitElement {
  static properties = { members: { state: true }, text: { state: true } };

  static styles = [base, buttons, fields, css`
    dialog {
      width: min(440px, calc(100vw - 24px)); border: 1px solid var(--border); border-radius: 14px; padding: 0; background: var(--bg-popup); color: var(--fg);
      box-shadow: var(--shadow); max-height: min(640px, 90dvh);
    }
    dialog[open] { display: flex; flex-direction: column; }
    dialog::backdrop { background: rgb(0 0 0 / 45%); }
    .head { display: flex; justify-content: space-between; align-items: center; padding: 14px 12px 0 20px; }
    h2 { font-size: 19px; margin: 0; }
    .search { padding: 6px 20px 10px; }
    p { margin: 2px 0 10px; color: var(--fg-muted); font-size: 14px; }
    ul { list-style: none; margin: 0; padding: 0 12px 14px; overflow-y: auto; min-height: 60px; }
    li button { display: flex; gap: 12px; align-items: center; width: 100%; padding: 7px 8px; border-radius: 8px; text-align: left; overflow-wrap: anywhere; }
    li button:hover, li button[aria-current="true"] { background: var(--bg-hover); }
    img { width: 34px; height: 34px; border-radius: 50%; flex: none; }
    .new { width: 34px; height: 34px; border-radius: 50%; background: var(--accent); color: var(--on-accent); display: grid; place-items: center; font-size: 20px; flex: none; }
    small { color: var(--fg-muted); }
  `];

  #state = new Selected(this, (s) => [s.viewer]);
  #timer = 0;
  #asked = 0;

  constructor() {
    super();
    this.members = [];
    this.text = '';
    store.addEventListener('choose-speaker', () => this.#open());
  }

  get #dialog() {
    return this.renderRoot.querySelector('dialog');
  }

  #open() {
    this.text = '';
    this.#dialog.showModal();
    this.renderRoot.querySelector('input').focus();
    this.#find();
  }

  render() {
    const wanted = this.text.trim();
    const isNew = wanted && !this.members.some((member) => member.user.global_name?.toLowerCase() === wanted.toLowerCase());
    return html`<dialog aria-labelledby="title" @click=${(event) => event.target === this.#dialog && this.#dialog.close()}>
      <div class="head"><h2 id="title">Speak as …</h2>
        <button class="icon" aria-label="Close" @click=${() => this.#dialog.close()}>${closeIcon}</button></div>
      <div class="search"><p>Each member has roles and rights of its own. The owner may do everything.</p>
        <input class="field" aria-label="Name of a member" placeholder="Find a member, or name a new one" maxlength=${LONGEST_NAME} .value=${this.text}
          autocomplete="off" @input=${this.#typed} @keydown=${this.#key}></div>
      <ul>${this.members.map((member) => html`<li><button aria-current=${String(member.user.id === store.viewer?.id)} @click=${() => this.#choose(member.user.global_name)}>
          <img src=${avatar(member.user)} alt=""><span>${member.view.name}${member.user.id === store.guild?.ownerId ? html` <small>owner</small>` : ''}</span></button></li>`)}
        ${isNew ? html`<li><button @click=${() => this.#choose(wanted)}><span class="new" aria-hidden="true">+</span>
          <span>New member “${wanted}”</span></button></li>` : ''}</ul>
    </dialog>`;
  }

  #typed(event) {
    this.text = event.target.value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#find(), SEARCH_DELAY_MS);
  }

  async #find() {
    const asked = ++this.#asked;
    await store.attempt(async () => {
      const found = store.guild ? await get('/view/members', { guild: store.guild.id, query: this.text.trim(), limit: 100 }) : [];
      if (asked === this.#asked) {
        this.members = found.filter((member) => !member.user.bot);
      }
    });
  }

  /** Enter takes the first, or makes the one that is named. */
  #key(event) {
    if (event.key === 'Enter') {
      event.preventDefault();
      const wanted = this.text.trim().toLowerCase();
      const exact = this.members.find((member) => member.user.global_name?.toLowerCase() === wanted);
      const name = exact?.user.global_name ?? this.text.trim();
      if (name) {
        this.#choose(name);
      }
    }
  }

  #choose(name) {
    this.#dialog.close();
    store.speakAs(name);
  }
}

customElements.define('identity-picker', IdentityPicker);
