import { LitElement, css, html, nothing } from 'lit';
import { Selected, store } from './store.js';
import { base, buttons } from './styles.js';
import { closeIcon } from './icons.js';
import { loadPanel } from './panel.js';
import './theme.js';
import './guild-rail.js';
import './channel-list.js';
import './top-bar.js';
import './message-list.js';
import './message-composer.js';
import './member-list.js';
import './bot-modal.js';
import './context-menu.js';
import './emoji-picker.js';
import './identity-picker.js';

const NARROW = matchMedia('(max-width: 760px)');
const ROOMY = matchMedia('(min-width: 1100px)');

/** The whole page: guilds, channels, messages and members side by side; in a narrow window the sides slide in. */
class LocalDiscord extends LitElement {
  static properties = { navigation: { state: true }, people: { state: true } };

  static styles = [base, buttons, css`
    :host { display: grid; height: 100dvh; grid-template: minmax(0, 1fr) / auto minmax(0, 1fr) auto; background: var(--bg); overflow: hidden; }
    .sides { display: flex; min-height: 0; }
    main { display: flex; flex-direction: column; min-width: 0; min-height: 0; position: relative; }
    .skip { color: var(--fg); border: 1px solid var(--border); position: absolute; left: 8px; top: -100px; z-index: 30; white-space: nowrap; background: var(--bg-popup); padding: 8px 12px; border-radius: 8px; }
    .skip:focus { top: 8px; }
    .away { background: var(--warn); color: var(--bg); font-size: 14px; padding: 6px 16px; margin: 0; text-align: center; }
    .notices { position: absolute; inset: auto 16px 84px; display: grid; gap: 8px; justify-items: center; z-index: 20; pointer-events: none; }
    .notice {
      display: flex; gap: 8px; align-items: center; max-width: 560px; padding: 6px 6px 6px 14px; border-radius: 10px; background: var(--bg-popup);
      color: var(--fg); border: 1px solid var(--border); border-left: 4px solid var(--danger); box-shadow: var(--shadow); pointer-events: auto;
      font-size: 14px; overflow-wrap: anywhere;
    }
    .page { flex: 1; min-height: 0; overflow: auto; }
    nav { position: fixed; top: 0; left: 0; z-index: 30; }
    .veil { display: none; }
    bot-modal, context-menu, emoji-picker, identity-picker { position: fixed; }
    @media (max-width: 760px) {
      :host { grid-template-columns: minmax(0, 1fr); }
      .sides { position: fixed; inset: 0 auto 0 0; z-index: 15; box-shadow: var(--shadow); max-width: calc(100vw - 48px); }
      .veil { display: block; position: fixed; inset: 0; z-index: 14; background: rgb(0 0 0 / 45%); }
      member-list { position: fixed; inset: 0 0 0 auto; z-index: 15; box-shadow: var(--shadow); }
    }
  `];

  #state = new Selected(this, (s) => [s.status, s.notices, s.page, s.guild, s.panel, s.inDirect, s.channelId]);

  constructor() {
    super();
    this.navigation = !NARROW.matches;
    this.people = ROOMY.matches;
    NARROW.addEventListener('change', () => {
      this.navigation = !NARROW.matches;
      this.people &&= !NARROW.matches;
    });
    this.addEventListener('keydown', (event) => event.key === 'Escape' && this.#closeDrawers());
    this.addEventListener('place-opened', () => this.#closeDrawers());
  }

  connectedCallback() {
    super.connectedCallback();
    this.replaceChildren();
    store.start();
  }

  firstUpdated() {
    requestAnimationFrame(() => setTimeout(loadPanel));
  }

  /** Opens or closes a side. In a narrow window it covers the rest, so it takes the focus. */
  async #toggle(side, list) {
    this[side] = !this[side];
    await this.updateComplete;
    if (NARROW.matches && this[side]) {
      const element = this.renderRoot.querySelector(list);
      await element.updateComplete;
      element.renderRoot.querySelector('button[aria-current="true"], button')?.focus();
    }
  }

  /** A side that covers the rest goes when the focus leaves it. */
  #left(event) {
    if (NARROW.matches && event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) {
      this.navigation = false;
      this.people = false;
    }
  }

  async #closeDrawers() {
    if (NARROW.matches && (this.navigation || this.people)) {
      const side = this.navigation ? 'navigation' : 'people';
      this.navigation = false;
      this.people = false;
      await this.updateComplete;
      this.renderRoot.querySelector('top-bar').focusSwitch(side);
    }
  }

  render() {
    const drawer = NARROW.matches && (this.navigation || this.people);
    return html`
      <nav aria-label="Shortcuts"><button class="skip" @click=${this.#skip}>Skip to the message box</button></nav>
      ${drawer ? html`<div class="veil" @click=${this.#closeDrawers}></div>` : nothing}
      <section class="sides" aria-label="Places" ?hidden=${!this.navigation} @focusout=${this.#left}><guild-rail></guild-rail><channel-list></channel-list></section>
      <main>
        <top-bar .people=${this.people} @navigation=${() => this.#toggle('navigation', 'channel-list')}
          @people=${() => this.#toggle('people', 'member-list')}></top-bar>
        ${store.status === 'ready' ? nothing : html`<p class="away" role="status">${store.status === 'away'
          ? 'The local Discord is away. It is tried again by itself …' : 'Connecting to the local Discord …'}</p>`}
        ${store.page === 'panel' && store.panel ? this.#panelPage() : html`
          <message-list></message-list>
          <message-composer id="composer"></message-composer>`}
        <div class="notices" role="status" aria-live="polite">${store.notices.map((notice) => html`
          <div class="notice"><span>${notice.text}</span>
            <button class="icon" aria-label="Dismiss this notice" @click=${() => store.dropNotice(notice.id)}>${closeIcon}</button></div>`)}
        </div>
      </main>
      ${this.people && !store.inDirect ? html`<member-list @focusout=${this.#left}></member-list>` : nothing}
      <bot-modal></bot-modal><context-menu></context-menu><emoji-picker></emoji-picker><identity-picker></identity-picker>`;
  }

  #panelPage() {
    const page = document.createElement(store.panel.pageElement);
    page.setAttribute('guild-id', store.guild?.id ?? '');
    page.className = 'page';
    this.#shown = this.#shown?.getAttribute('guild-id') === page.getAttribute('guild-id') ? this.#shown : page;
    return this.#shown;
  }

  #shown = null;

  #skip() {
    this.renderRoot.querySelector('message-composer')?.focusInput();
  }
}

customElements.define('local-discord', LocalDiscord);
