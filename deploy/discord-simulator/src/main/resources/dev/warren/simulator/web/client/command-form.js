import { LitElement, css, html, nothing } from 'lit';
import { CallFailed } from './api.js';
import { channelChoices, memberChoices, mentionableChoices, roleChoices } from './entities.js';
import { store } from './store.js';
import { base, buttons, fields } from './styles.js';
import { complete, runCommand } from './use.js';
import { closeIcon, sendIcon } from './icons.js';
import './combo-box.js';

const BOOLEAN = 5;
const NUMBERS = new Set([4, 10]);
const ENTITIES = { 6: memberChoices, 8: roleChoices, 9: mentionableChoices };
const CHANNEL = 7;
const ATTACHMENT = 11;

/** A slash command with its options, each with the choices that it has. Enter sends, Escape leaves. */
class CommandForm extends LitElement {
  static properties = { entry: { attribute: false }, values: { state: true }, added: { state: true }, wrong: { state: true }, sending: { state: true } };

  static styles = [base, buttons, fields, css`
    :host { display: block; padding: 8px 8px 8px 14px; }
    .head { display: flex; gap: 8px; align-items: center; min-width: 0; }
    .head > div { flex: 1; min-width: 0; }
    b { color: var(--accent); font-family: var(--mono); overflow-wrap: anywhere; }
    small { color: var(--fg-muted); display: block; overflow-wrap: anywhere; }
    .options { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(220px, 100%), 1fr)); gap: 8px 12px; padding: 8px 0 2px; max-height: 40dvh; overflow-y: auto; }
    .option { min-width: 0; padding: 2px; }
    .label { font-size: 13px; }
    .needed { color: var(--danger); }
    .more { display: flex; flex-wrap: wrap; gap: 6px; padding: 6px 0 2px; }
    .more button { font-size: 13px; padding: 2px 10px; border: 1px dashed var(--field-border); border-radius: 14px; color: var(--fg-muted); }
    .more button:hover { color: var(--fg); border-style: solid; }
    .send { color: var(--accent); }
  `];

  willUpdate(changed) {
    if (changed.has('entry')) {
      Object.assign(this, { values: {}, added: new Set(), wrong: {}, sending: false });
    }
  }

  focus() {
    this.updateComplete.then(() => (this.renderRoot.querySelector('.option input, .option combo-box') ?? this.renderRoot.querySelector('.send')).focus());
  }

  get #options() {
    return this.entry.options.filter((option) => option.type !== ATTACHMENT);
  }

  render() {
    const shown = this.#options.filter((option) => option.required || this.added.has(option.name));
    const more = this.#options.filter((option) => !shown.includes(option));
    return html`<form @submit=${this.#submit} @keydown=${this.#key} novalidate aria-label="Command /${this.entry.title}">
      <div class="head"><div><b>/${this.entry.title}</b><small>${this.entry.description}</small></div>
        <button class="icon send" aria-label="Send the command" title="Send" ?disabled=${this.sending}>${sendIcon}</button>
        <button type="button" class="icon" aria-label="Leave the command" @click=${this.#leave}>${closeIcon}</button></div>
      ${shown.length ? html`<div class="options">${shown.map((option) => this.#option(option))}</div>` : nothing}
      ${this.wrong[''] ? html`<p class="wrong" role="alert">${this.wrong['']}</p>` : nothing}
      ${more.length ? html`<div class="more">${more.map((option) => html`<button type="button" title=${option.description}
        @click=${() => this.#add(option)}>+ ${option.name}</button>`)}</div>` : nothing}
    </form>`;
  }

  #option(option) {
    const wrong = this.wrong[option.name];
    return html`<div class="option" data-option=${option.name}>
      <span class="label" aria-hidden="true">${option.name}${option.required ? html`<span class="needed"> *</span>` : nothing}</span>
      ${this.#input(option, wrong)}
      ${wrong ? html`<p class="wrong" role="alert">${wrong}</p>` : html`<small>${option.description}</small>`}</div>`;
  }

  #input(option, wrong) {
    const label = `${option.name}${option.required ? ', required' : ''}: ${option.description}`;
    const { options, load, free } = this.#choices(option);
    if (options || load) {
      return html`<combo-box eager label=${label} .options=${options ?? null} .load=${load ?? null} ?free=${free ?? false} ?invalid=${Boolean(wrong)}
        .values=${this.values[option.name] === undefined ? [] : [this.values[option.name]]}
        @chosen=${(event) => this.#set(option.name, event.detail.values[0])}></combo-box>`;
    }
    return html`<input class="field" aria-label=${label} aria-invalid=${String(Boolean(wrong))} autocomplete="off" inputmode=${NUMBERS.has(option.type) ? 'decimal' : 'text'}
      maxlength=${option.max_length ?? 6000} .value=${this.values[option.name] ?? ''} @input=${(event) => this.#set(option.name, event.target.value)}>`;
  }

  #choices(option) {
    if (option.choices?.length) {
      return { options: option.choices.map((choice) => ({ value: choice.value, label: choice.name })) };
    }
    if (option.autocomplete) {
      return { free: true, load: (text) => complete(this.entry, { ...this.values, [option.name]: text }, option.name) };
    }
    if (option.type === BOOLEAN) {
      return { options: [{ value: true, label: 'True' }, { value: false, label: 'False' }] };
    }
    if (option.type === CHANNEL) {
      return { load: channelChoices(option.channel_types) };
    }
    return { load: ENTITIES[option.type] };
  }

  #add(option) {
    this.added = new Set(this.added).add(option.name);
    this.updateComplete.then(() => this.renderRoot.querySelector(`[data-option="${CSS.escape(option.name)}"] :is(input, combo-box)`)?.focus());
  }

  #set(name, value) {
    this.values = { ...this.values, [name]: value };
    if (this.wrong[name]) {
      this.wrong = {};
    }
  }

  #key(event) {
    if (event.key === 'Escape') {
      event.preventDefault();
      this.#leave();
    } else if (event.key === 'Enter' && event.composedPath()[0].localName === 'input') {
      event.preventDefault();
      this.#submit(event);
    }
  }

  #leave() {
    this.dispatchEvent(new Event('left'));
  }

  async #submit(event) {
    event.preventDefault();
    if (this.sending) {
      return;
    }
    const missing = this.#options.find((option) => option.required && (this.values[option.name] ?? '') === '');
    if (missing) {
      this.wrong = { [missing.name]: `${missing.name} is needed.` };
      this.#focusOption(missing.name);
      return;
    }
    this.sending = true;
    try {
      await runCommand(this.entry, this.values);
      store.follows = true;
      this.dispatchEvent(new Event('done'));
    } catch (failure) {
      if (!(failure instanceof CallFailed)) {
        throw failure;
      }
      const name = failure.field?.replace(/^options\./, '') ?? '';
      const known = this.#options.some((option) => option.name === name);
      this.wrong = { [known ? name : '']: failure.message.replace(/^Options\./, '') };
      this.#focusOption(name);
    } finally {
      this.sending = false;
    }
  }

  #focusOption(name) {
    this.updateComplete.then(() => this.renderRoot.querySelector(`[data-option="${CSS.escape(name)}"] :is(input, combo-box)`)?.focus());
  }
}

customElements.define('command-form', CommandForm);
