// Parts of a message as templates: embeds, files, reactions.

import { html, nothing } from 'lit';
import { fileSize, hexColor, mediaSource, safeSource, stamp } from './text.js';
import { richLine, richText } from './rich-text.js';
import { fileIcon } from './icons.js';

const IMAGE = /^image\//;

/** A card of a bot. */
export function embedOf(embed, message, context) {
  const media = (part) => (part ? mediaSource(part.url, message.attachments) : '');
  const title = embed.title && richLine(embed.title, context);
  const link = safeSource(embed.url ?? '') || '';
  return html`<div class="embed" .style=${embed.color ? `border-left-color:${hexColor(embed.color)}` : ''}>
    ${embed.thumbnail ? html`<img class="thumbnail" src=${media(embed.thumbnail)} alt=${embed.thumbnail.description ?? ''} loading="lazy">` : nothing}
    ${embed.provider?.name ? html`<div class="small">${embed.provider.name}</div>` : nothing}
    ${embed.author ? html`<div class="embed-author">${embed.author.icon_url ? html`<img src=${media({ url: embed.author.icon_url })} alt="">` : nothing}
      ${embed.author.url ? html`<a href=${safeSource(embed.author.url)} target="_blank" rel="noopener noreferrer">${embed.author.name}</a>`
        : embed.author.name}</div>` : nothing}
    ${title ? html`<div class="embed-title" role="heading" aria-level="3">${embed.url
      ? html`<a href=${link} target="_blank" rel="noopener noreferrer">${title}</a>` : title}</div>` : nothing}
    ${embed.description ? html`<div>${richText(embed.description, context)}</div>` : nothing}
    ${embed.fields?.length ? html`<dl class="embed-fields">${embed.fields.map((field) => html`
      <div class=${field.inline ? '' : 'wide'}><dt>${richLine(field.name, context)}</dt><dd>${richText(field.value, context)}</dd></div>`)}</dl>` : nothing}
    ${embed.image ? html`<img class="embed-image" src=${media(embed.image)} alt=${embed.image.description ?? ''} loading="lazy">` : nothing}
    ${embed.footer || embed.timestamp ? html`<div class="embed-footer">${embed.footer?.icon_url
      ? html`<img src=${media({ url: embed.footer.icon_url })} alt="">` : nothing}${[embed.footer?.text,
        embed.timestamp && stamp(embed.timestamp)].filter(Boolean).join(' • ')}</div>` : nothing}
  </div>`;
}

/** Attachment files that are shown nowhere else in the message. */
export function filesOf(message) {
  const elsewhere = JSON.stringify([message.embeds, message.components]);
  return message.attachments.filter((file) => !elsewhere.includes(`attachment://${file.filename}`)).map((file) => fileOf(file));
}

export function fileOf(file) {
  const source = safeSource(file.url);
  const type = file.content_type ?? '';
  const hidden = file.filename.startsWith('SPOILER_');
  if (IMAGE.test(type) && !type.includes('svg')) {
    return pictureOf(source, file.description ?? file.filename, file, hidden);
  }
  if (type.startsWith('audio/')) {
    return html`<audio controls preload="none" src=${source} aria-label=${file.filename}></audio>`;
  }
  if (type.startsWith('video/')) {
    return html`<video controls preload="none" src=${source} aria-label=${file.filename}></video>`;
  }
  return html`<a class="file" href=${source} download=${file.filename} target="_blank" rel="noopener">
    <span class="icon">${fileIcon}</span><span>${file.filename}<br><small>${fileSize(file.size)}</small></span></a>`;
}

/** A picture that opens in a tab of its own. */
export function pictureOf(source, description, { width, height } = {}, hidden = false) {
  const size = width && height ? fitted(width, height) : {};
  const picture = html`<a class="picture" href=${source} target="_blank" rel="noopener" aria-label="${description}, open the picture">
    <img src=${source} alt=${description} loading="lazy" width=${size.width ?? nothing} height=${size.height ?? nothing}></a>`;
  return hidden ? html`<spoiler-text>${picture}</spoiler-text>` : picture;
}

function fitted(width, height) {
  const scale = Math.min(1, 550 / width, 350 / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** The reactions with their counts; a press adds or takes one's own. */
export function reactionsOf(message, react) {
  if (!message.reactions?.length) {
    return nothing;
  }
  return html`<div class="reactions">${message.reactions.map(({ emoji, count, me }) => {
    const path = emoji.id ? `${emoji.name}:${emoji.id}` : emoji.name;
    const shown = emoji.id ? `:${emoji.name}:` : emoji.name;
    return html`<button class="reaction ${me ? 'me' : ''}" aria-pressed=${String(me)} aria-label="${shown}, ${count}"
      @click=${() => react(path, !me)}><span>${shown}</span> <b>${count}</b></button>`;
  })}</div>`;
}

/** A question with its answers; it is shown only. */
export function pollOf(poll) {
  return poll ? html`<div class="embed"><div class="embed-title">${poll.question?.text}</div>
    <ul>${(poll.answers ?? []).map((answer) => html`<li>${answer.poll_media?.text ?? answer.text}</li>`)}</ul></div>` : nothing;
}
