// Draws Discord's components, versions 1 and 2: https://discord.com/developers/docs/components/reference

import { html, nothing } from 'lit';
import { channelChoices, memberChoices, mentionableChoices, roleChoices } from './entities.js';
import { fileOf, pictureOf } from './message-parts.js';
import { richText } from './rich-text.js';
import { hexColor, mediaSource, safeSource } from './text.js';
import { linkIcon } from './icons.js';
import './combo-box.js';

const BUTTON_STYLES = { 1: 'primary', 2: '', 3: 'success', 4: 'danger', 5: 'link', 6: 'primary' };
const LINK = 5;
const BUTTON = 2;
const PLACEHOLDERS = { 3: 'Make a selection', 5: 'Choose members', 6: 'Choose roles', 7: 'Choose members or roles', 8: 'Choose channels' };

export const emojiText = (emoji) => (emoji ? (emoji.id ? `:${emoji.name}:` : emoji.name) : '');

/** host: message, context for texts, busy (custom ids that wait), use(customId, values). */
export const componentsOf = (components, host) => components.map((component) => componentOf(component, host));

function componentOf(component, host) {
  switch (component.type) {
    case 1:
      return html`<div class="row">${componentsOf(component.components, host)}</div>`;
    case BUTTON:
      return buttonOf(component, host);
    case 3: case 5: case 6: case 7: case 8:
      return html`<div class="select">${selectOf(component, {
        label: component.placeholder ?? PLACEHOLDERS[component.type],
        disabled: component.disabled || host.busy.has(component.custom_id),
        chosen: (values) => host.use(component.custom_id, values),
      })}</div>`;
    case 9:
      return html`<div class="section"><div>${componentsOf(component.components, host)}</div>${componentOf(component.accessory, host)}</div>`;
    case 10:
      return html`<div>${richText(component.content, host.context)}</div>`;
    case 11:
      return pictureOf(mediaSource(component.media.url, host.message.attachments), component.description ?? 'Picture', {}, component.spoiler);
    case 12:
      return html`<div class="gallery many${Math.min(3, component.items.length)}">${component.items.map((item) =>
        pictureOf(mediaSource(item.media.url, host.message.attachments), item.description ?? 'Picture', {}, item.spoiler))}</div>`;
    case 13:
      return attachedFile(component, host);
    case 14:
      return component.divider === false ? html`<div class="space s${component.spacing ?? 1}"></div>` : html`<hr class="s${component.spacing ?? 1}">`;
    case 17:
      return containerOf(component, host);
    default:
      return html`<div class="small">A component of type ${component.type}, which is not shown here.</div>`;
  }
}

function buttonOf(button, host) {
  const content = html`${button.emoji ? html`<span aria-hidden=${String(Boolean(button.label))}>${emojiText(button.emoji)}</span>` : nothing}${button.label ?? ''}`;
  if (button.style === LINK) {
    return html`<a class="button" href=${safeSource(button.url)} target="_blank" rel="noopener noreferrer">${content}<span class="icon small-icon">${linkIcon}</span></a>`;
  }
  return html`<button class="button ${BUTTON_STYLES[button.style] ?? ''}" ?disabled=${button.disabled || host.busy.has(button.custom_id)}
    aria-busy=${String(host.busy.has(button.custom_id))} @click=${() => host.use(button.custom_id)}>${content}</button>`;
}

/** A menu of any kind, in messages and in modals. */
export function selectOf(select, { label, disabled, chosen, invalid }) {
  const { options, load } = choicesOf(select);
  const preset = select.options?.filter((option) => option.default).map((option) => option.value)
    ?? select.default_values?.map((value) => value.id) ?? [];
  return html`<combo-box label=${label} placeholder=${select.placeholder ?? PLACEHOLDERS[select.type]} .options=${options} .load=${load}
    .values=${select.chosen ?? preset} .min=${select.min_values ?? 1} .max=${select.max_values ?? 1} ?disabled=${disabled} ?invalid=${invalid}
    @chosen=${(event) => chosen(event.detail.values.map(String))}></combo-box>`;
}

function choicesOf(select) {
  switch (select.type) {
    case 3:
      return { options: select.options.map((option) => ({ ...option, emoji: emojiText(option.emoji) })) };
    case 5:
      return { load: memberChoices };
    case 6:
      return { load: roleChoices };
    case 7:
      return { load: mentionableChoices };
    default:
      return { load: channelChoices(select.channel_types) };
  }
}

function containerOf(container, host) {
  const color = container.accent_color;
  const inner = html`<div class="container" .style=${typeof color === 'number' ? `border-left:4px solid ${hexColor(color)}` : ''}>
    ${componentsOf(container.components, host)}</div>`;
  return container.spoiler ? html`<spoiler-text>${inner}</spoiler-text>` : inner;
}

function attachedFile(component, host) {
  const name = component.file.url.replace('attachment://', '');
  const file = host.message.attachments.find((each) => each.filename === name) ?? { filename: component.name ?? name, size: 0, url: component.file.url };
  return component.spoiler ? html`<spoiler-text>${fileOf(file)}</spoiler-text>` : fileOf(file);
}
