import { LitElement, css, html, nothing } from 'lit';
import { base, buttons, fields, prose } from './styles.js';
import { CallFailed } from './api.js';
import { closeIcon } from './icons.js';
import { richText } from './rich-text.js';
import { selectOf } from './components.js';
import { store } from './store.js';
import { submitModal } from './use.js';

const PARAGRAPH = 2;
const ROW = 1;
const TEXT_INPUT = 4;
const TEXT_DISPLAY = 10;
const LABEL = 18;
const SELECTS = new Set([3, 5, 6, 7, 8]);

/** A form that the bot opened. */
class BotModal extends LitElement {
  static properties = { modal: { state: true }, values: { state: true }, wrong: { state: true }, sending: { state: true } };

  static styles = [base, buttons, fields, prose, css`
    dialog {
      width: min(480px, calc(100vw - 24px)); border: 1px solid var(--border); border-radius: 14px; padding: 0; background: var(--bg-popup); color: var(--fg);
      box-shadow: var(--shadow); max-height: 90dvh; overflow: visible;
    }
    dialog::backdrop { background: rgb(0 0 0 / 45%); }
    form { display: flex; flex-direction: column; max-height: 90dvh; }
    .head { display: flex; justify-content: space-between; gap: 8px; align-items: start; padding: 18px 14px 6px 22px; }
    h2 { font-size: 20px; margin: 0; overflow-wrap: anywhere; }
    .by { color: var(--fg-muted); font-size: 13px; }
    .inner { padding: 8px 22px; overflow-y: auto; display: grid; gap: 16px; }
    .foot { display: flex; justify-content: flex-end; gap: 10px; padding: 14px 22px 18px; }
    .needed { color: var(--danger); }
    .count { float: right; font-weight: 400; color: var(--fg-muted); font-size: 12px; }
  `];

  #interaction = null;

  constructor() {
    super();
    store.addEventListener('modal', (event) => this.#open(event.detail));
  }

  #open({ interactionId, modal }) {
    this.#interaction = interactionId;
    Object.assign(this, { modal, wrong: {}, sending: false });
    this.values = Object.fromEntries(fieldsOf(modal.components)
      .filter(({ input }) => input.value).map(({ input }) => [input.custom_id, [input.value]]));
    this.updateComplete.then(() => {
      const dialog = this.renderRoot.querySelector('dialog');
      dialog.showModal();
      (dialog.querySelector('.inner input, .inner textarea, .inner combo-box') ?? dialog).focus();
    });
  }

  render() {
    const { modal } = this;
    return html`<dialog aria-labelledby="title" @cancel=${(event) => event.target === event.currentTarget && this.#closed()}>${modal ? html`
      <form @submit=${this.#submit} novalidate>
        <div class="head"><div><h2 id="title">${modal.title}</h2><span class="by">A form of ${store.bot?.username}</span></div>
          <button type="button" class="icon" aria-label="Close" @click=${this.#close}>${closeIcon}</button></div>
        <div class="inner">${modal.components.map((component) => this.#component(component))}
          ${this.wrong[''] ? html`<p class="wrong" role="alert">${this.wrong['']}</p>` : nothing}</div>
        <div class="foot"><button type="button" class="button" @click=${this.#close}>Cancel</button>
          <button class="button primary" ?disabled=${this.sending}>Submit</button></div>
      </form>` : nothing}</dialog>`;
  }

  #component(component) {
    if (component.type === TEXT_DISPLAY) {
      return html`<div>${richText(component.content, {})}</div>`;
    }
    return fieldsOf([component]).map(({ input, label, description }) => this.#field(input, label, description));
  }

  #field(input, label, description) {
    const id = `f-${input.custom_id}`;
    const wrong = this.wrong[input.custom_id];
    const required = input.required !== false;
    const value = this.values[input.custom_id]?.[0] ?? '';
    return html`<div>
      <label class="label" for=${id}>${label}${required ? html`<span class="needed" aria-hidden="true"> *</span>` : nothing}
        ${input.type === TEXT_INPUT && input.max_length ? html`<span class="count" aria-hidden="true">${value.length} / ${input.max_length}</span>` : nothing}</label>
      ${description ? html`<p class="help" id="${id}-help">${description}</p>` : nothing}
      ${input.type === TEXT_INPUT ? this.#textInput(input, id, value, required, wrong, description) : this.#select(input, label, wrong)}
      ${wrong ? html`<p class="wrong" role="alert" id="${id}-wrong">${wrong}</p>` : nothing}</div>`;
  }

  #textInput(input, id, value, required, wrong, description) {
    const described = [description && `${id}-help`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
    const changed = (event) => this.#set(input.custom_id, [event.target.value]);
    return input.style === PARAGRAPH
      ? html`<textarea class="field" id=${id} aria-required=${String(required)} aria-invalid=${String(Boolean(wrong))} aria-describedby=${described || nothing}
          placeholder=${input.placeholder ?? ''} maxlength=${input.max_length ?? nothing} .value=${value} @input=${changed}></textarea>`
      : html`<input class="field" id=${id} aria-required=${String(required)} aria-invalid=${String(Boolean(wrong))} aria-describedby=${described || nothing}
          placeholder=${input.placeholder ?? ''} maxlength=${input.max_length ?? nothing} .value=${value} @input=${changed} autocomplete="off">`;
  }

  #select(input, label, wrong) {
    if (!SELECTS.has(input.type)) {
      return html`<p class="help">A field of type ${input.type}, which cannot be filled in here.</p>`;
    }
    return selectOf({ ...input, chosen: this.values[input.custom_id] }, {
      label, invalid: Boolean(wrong), chosen: (values) => this.#set(input.custom_id, values),
    });
  }

  #set(name, values) {
    this.values = { ...this.values, [name]: values };
  }

  async #submit(event) {
    event.preventDefault();
    const missing = fieldsOf(this.modal.components).filter(({ input }) => input.required !== false && !this.values[input.custom_id]?.[0]
      && !input.options?.some((option) => option.default) && !input.default_values?.length);
    this.wrong = Object.fromEntries(missing.map(({ input, label }) => [input.custom_id, `${label} is needed.`]));
    if (missing.length) {
      this.#focus(missing[0].input.custom_id);
      return;
    }
    this.sending = true;
    try {
      await submitModal(this.#interaction, this.#filled());
      this.#close();
    } catch (failure) {
      if (!(failure instanceof CallFailed)) {
        throw failure;
      }
      const name = failure.field?.replace(/^fields\./, '') ?? '';
      const known = fieldsOf(this.modal.components).find(({ input }) => input.custom_id === name);
      this.wrong = known ? { [name]: failure.message.replace(`Fields.${name}`, known.label) } : { '': failure.message };
      this.#focus(name);
    } finally {
      this.sending = false;
    }
  }

  /** Texts as they stand; menus with what is chosen or preset. */
  #filled() {
    return Object.fromEntries(fieldsOf(this.modal.components).map(({ input }) => {
      const preset = input.options?.filter((option) => option.default).map((option) => option.value) ?? input.default_values?.map((value) => value.id);
      const values = this.values[input.custom_id] ?? preset ?? [];
      return [input.custom_id, input.type === TEXT_INPUT ? (values[0] ?? '') : values];
    }));
  }

  #focus(name) {
    this.updateComplete.then(() => this.renderRoot.getElementById(`f-${name}`)?.focus());
  }

  #close() {
    this.renderRoot.querySelector('dialog').close();
    this.#closed();
  }

  #closed() {
    this.modal = null;
    store.dispatchEvent(new Event('focus-composer'));
  }
}

/** The inputs of a form with their labels: in rows of version 1, or in labels. */
function fieldsOf(components) {
  return components.flatMap((component) => {
    switch (component.type) {
      case ROW:
        return component.components.map((input) => ({ input, label: input.label ?? input.placeholder ?? 'Field' }));
      case LABEL:
        return [{ input: component.component, label: component.label, description: component.description }];
      default:
        return [];
    }
  });
}

customElements.define('bot-modal', BotModal);
