import { LitElement, css, html } from 'lit';

/** Hides what it holds until somebody wants to see it. */
class SpoilerText extends LitElement {
  static properties = { open: { type: Boolean, reflect: true } };

  static styles = css`
    :host { display: inline-block; position: relative; max-width: 100%; border-radius: 4px; white-space: normal; }
    :host(:not([open])) span { visibility: hidden; }
    :host([open]) { background: var(--bg-hover); }
    button {
      position: absolute; inset: 0; width: 100%; min-width: 1.5em; border: 0; border-radius: 4px; padding: 0;
      background: var(--fg-muted); color: transparent; cursor: pointer; overflow: hidden; font-size: 1px;
    }
    button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  `;

  render() {
    return html`<span ?inert=${!this.open}><slot></slot></span>${this.open ? '' : html`<button aria-label="Spoiler, press to show" @click=${this.#show}></button>`}`;
  }

  #show(event) {
    event.stopPropagation();
    this.open = true;
  }
}

customElements.define('spoiler-text', SpoilerText);
