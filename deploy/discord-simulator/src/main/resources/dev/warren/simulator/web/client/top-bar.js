import { LitElement, css, html, nothing } from 'lit';
import { Selected, store } from './store.js';
import { base, buttons } from './styles.js';
import { userName } from './text.js';
import { menuIcon, moonIcon, pathIcon, peopleIcon, sunIcon } from './icons.js';
import { isDark, switchTheme } from './theme.js';

/** Where one is, and the page's switches. */
class TopBar extends LitElement {
  static properties = { people: { type: Boolean } };

  static styles = [base, buttons, css`
    header {
      display: flex; align-items: center; gap: 6px; height: 50px; padding: 0 10px 0 16px; border-bottom: 1px solid var(--border); background: var(--bg);
    }
    h1 { font-size: 16px; margin: 0; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; flex: 0 1 auto; }
    h1 span { color: var(--fg-muted); font-weight: 500; margin-right: 4px; }
    .topic {
      color: var(--fg-muted); font-size: 14px; border-left: 1px solid var(--border); padding-left: 12px; margin-left: 8px; white-space: nowrap;
      overflow: hidden; text-overflow: ellipsis; flex: 0 1 auto;
    }
    .gap { flex: 1; }
    .menu { display: none; }
    .icon[aria-pressed="true"] { background: var(--bg-hover); color: var(--fg); }
    @media (max-width: 760px) {
      .menu { display: inline-grid; }
      .topic { display: none; }
      header { padding-left: 6px; }
    }
  `];

  #state = new Selected(this, (s) => [s.channel, s.inDirect, s.panel, s.page]);
  #redraw = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    addEventListener('theme', this.#redraw);
  }

  disconnectedCallback() {
    removeEventListener('theme', this.#redraw);
    super.disconnectedCallback();
  }

  render() {
    const { channel, panel, inDirect } = store;
    const onPanel = store.page === 'panel';
    const name = inDirect ? userName(store.bot) : (channel?.name ?? 'Local Discord');
    return html`<header>
      <button class="icon menu" data-side="navigation" aria-label="Guilds and channels" @click=${() => this.#tell('navigation')}>${menuIcon}</button>
      <h1>${channel ? html`<span aria-hidden="true">${inDirect ? '@' : '#'}</span>` : nothing}${name}</h1>
      ${channel?.topic ? html`<span class="topic" title=${channel.topic}>${channel.topic}</span>` : nothing}
      <span class="gap"></span>
      ${panel ? html`<button class="icon" aria-pressed=${String(onPanel)} aria-label=${panel.title} title=${panel.title}
        @click=${() => store.set({ page: onPanel ? 'chat' : 'panel' })}>${pathIcon}</button>` : nothing}
      ${inDirect ? nothing : html`<button class="icon" data-side="people" aria-pressed=${String(this.people)} aria-label="Members" title="Members"
        @click=${() => this.#tell('people')}>${peopleIcon}</button>`}
      <button class="icon" aria-label=${isDark() ? 'Switch to light' : 'Switch to dark'} title=${isDark() ? 'Light' : 'Dark'}
        @click=${switchTheme}>${isDark() ? sunIcon : moonIcon}</button>
    </header>`;
  }

  focusSwitch(name) {
    this.renderRoot.querySelector(`[data-side="${name}"]`)?.focus();
  }

  #tell(name) {
    this.dispatchEvent(new CustomEvent(name));
  }
}

customElements.define('top-bar', TopBar);
