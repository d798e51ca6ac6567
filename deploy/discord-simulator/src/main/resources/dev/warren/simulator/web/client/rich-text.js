// Draws the trees of markdown.js. Texts go through Lit, which escapes them; addresses are http or https by the reader's rules.

import { html, nothing } from 'lit';
import { parse, parseInline } from './markdown.js';
import { relativeTime, timeIn } from './text.js';
import './spoiler-text.js';

/**
 * A text as Discord shows it.
 * context: names (user ids to names), roles and channels of the guild, viewerId, open(channelId), use(commandName).
 */
export const richText = (source, context) => parse(source ?? '').map((block) => drawBlock(block, context));

/** A single line of it. */
export const richLine = (source, context) => draw(parseInline(source ?? ''), context);

/** A single line without any markup, for places where nothing can be pressed. */
export const plainLine = (source, context) => plain(parseInline(source ?? ''), context);

const plain = (nodes, context) => nodes.map((node) => {
  switch (node.type) {
    case 'user':
      return `@${context.names?.[node.id] ?? 'unknown user'}`;
    case 'channel':
      return `#${context.channels?.find((each) => each.id === node.id)?.name ?? 'unknown'}`;
    case 'role':
      return `@${context.roles?.find((role) => role.id === node.id)?.name ?? 'unknown role'}`;
    case 'command':
      return `/${node.name}`;
    case 'emoji':
      return `:${node.name}:`;
    case 'time':
      return timeIn(new Date(node.seconds * 1000), 'f');
    case 'spoiler':
      return '▇▇▇';
    default:
      return Array.isArray(node.content) ? plain(node.content, context) : node.content;
  }
}).join('');

function drawBlock(block, context) {
  switch (block.type) {
    case 'paragraph':
      return html`<div class="line">${draw(block.content, context)}</div>`;
    case 'heading':
      return html`<div class="heading h${block.level}" role="heading" aria-level="3">${draw(block.content, context)}</div>`;
    case 'small':
      return html`<div class="small">${draw(block.content, context)}</div>`;
    case 'code-block':
      return html`<pre tabindex="0" role="group" aria-label=${block.language ? `Code, ${block.language}` : 'Code'}><code>${block.content}</code></pre>`;
    case 'quote':
      return html`<blockquote>${block.content.map((inner) => drawBlock(inner, context))}</blockquote>`;
    case 'list':
      return html`<ul class="list">${block.items.map((item) => html`
        <li class="level${item.level}"><span class="mark" aria-hidden="true">${item.number ? `${item.number}.` : '•'}</span>
        <span>${draw(item.content, context)}</span></li>`)}</ul>`;
    default:
      return nothing;
  }
}

const draw = (nodes, context) => nodes.map((node) => drawNode(node, context));

function drawNode(node, context) {
  switch (node.type) {
    case 'text':
      return node.content;
    case 'strong':
      return html`<strong>${draw(node.content, context)}</strong>`;
    case 'em':
      return html`<em>${draw(node.content, context)}</em>`;
    case 'underline':
      return html`<u>${draw(node.content, context)}</u>`;
    case 'strike':
      return html`<s>${draw(node.content, context)}</s>`;
    case 'spoiler':
      return html`<spoiler-text>${draw(node.content, context)}</spoiler-text>`;
    case 'code':
      return html`<code>${node.content}</code>`;
    case 'link':
      return html`<a href=${node.href} target="_blank" rel="noopener noreferrer">${draw(node.content, context)}</a>`;
    case 'user':
      return html`<span class="mention ${node.id === context.viewerId ? 'me' : ''}">@${context.names?.[node.id] ?? 'unknown user'}</span>`;
    case 'role':
      return html`<span class="mention">@${context.roles?.find((role) => role.id === node.id)?.name ?? 'unknown role'}</span>`;
    case 'all':
      return html`<span class="mention">${node.content}</span>`;
    case 'channel':
      return drawChannel(node, context);
    case 'command':
      return html`<button class="mention" @click=${() => context.use?.(node.name)}>/${node.name}</button>`;
    case 'emoji':
      return html`<span class="emoji">:${node.name}:</span>`;
    case 'time':
      return drawTime(node);
    default:
      return nothing;
  }
}

function drawChannel(node, context) {
  const channel = context.channels?.find((each) => each.id === node.id);
  return channel
    ? html`<button class="mention" @click=${() => context.open?.(channel.id)}>#${channel.name}</button>`
    : html`<span class="mention">#unknown</span>`;
}

function drawTime({ seconds, style }) {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) {
    return html`<span class="time">an unknown time</span>`;
  }
  const shown = style === 'R' ? relativeTime(date) : timeIn(date, style);
  return html`<time class="time" datetime=${date.toISOString()} title=${timeIn(date, 'F')}>${shown}</time>`;
}
