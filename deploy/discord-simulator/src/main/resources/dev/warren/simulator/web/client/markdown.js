// Reads text as Discord does: https://support.discord.com/hc/en-us/articles/210298617. Gives a tree of plain objects; nothing is HTML here.

const DEEPEST = 8;
const PLAIN = /^[^\\*_~|`<h@\n]+/;
const ADDRESS = /^https?:\/\/[^\s<>"]+/;
const MASKED = /^\[([^\][\n]{1,300})\]\(<?(https?:\/\/[^\s<>)]+)>?(?: "[^"\n]*")?\)/;
const WRAPPED = [
  ['***', 'strong-em'],
  ['**', 'strong'],
  ['__', 'underline'],
  ['~~', 'strike'],
  ['||', 'spoiler'],
  ['*', 'em'],
  ['_', 'em'],
];
const TAGS = [
  [/^<@!?(\d{1,20})>/, ([, id]) => ({ type: 'user', id })],
  [/^<@&(\d{1,20})>/, ([, id]) => ({ type: 'role', id })],
  [/^<#(\d{1,20})>/, ([, id]) => ({ type: 'channel', id })],
  [/^<\/([^:<>\n]{1,100}):(\d{1,20})>/, ([, name]) => ({ type: 'command', name })],
  [/^<(a?):(\w{2,32}):(\d{1,20})>/, ([, , name]) => ({ type: 'emoji', name })],
  [/^<t:(-?\d{1,13})(?::([tTdDfFR]))?>/, ([, seconds, style]) => ({ type: 'time', seconds: Number(seconds), style: style ?? 'f' })],
  [/^<(https?:\/\/[^\s<>]+)>/, ([, href]) => ({ type: 'link', href, content: [text(href)] })],
  [/^@(everyone|here)\b/, ([found]) => ({ type: 'all', content: found })],
];

const text = (content) => ({ type: 'text', content });

/** The blocks of a message. */
export function parse(source) {
  return blocks(source.replaceAll('\r\n', '\n'), 0);
}

/** One line without blocks, as in titles of embeds. */
export function parseInline(source) {
  return inline(source, 0);
}

function blocks(source, depth, quoted = false) {
  const result = [];
  let rest = source;
  while (rest) {
    const [block, length] = fence(rest) ?? (quoted ? null : quote(rest, depth)) ?? heading(rest, depth) ?? list(rest, depth) ?? paragraph(rest, depth);
    result.push(block);
    rest = rest.slice(length);
  }
  return result;
}

function fence(source) {
  const found = /^```(?:([\w+.#-]{1,20})\n)?\n?([^]*?)\n?```\n?/.exec(source);
  return found && found[2] ? [{ type: 'code-block', language: found[1] ?? '', content: found[2] }, found[0].length] : null;
}

function quote(source, depth) {
  if (source.startsWith('>>> ')) {
    return [{ type: 'quote', content: blocks(source.slice(4), depth + 1, true) }, source.length];
  }
  const found = /^(?:> [^\n]*(?:\n|$)|>(?:\n|$))+/.exec(source);
  if (!found || !found[0]) {
    return null;
  }
  const inner = found[0].replace(/^> ?/gm, '').replace(/\n$/, '');
  return [{ type: 'quote', content: blocks(inner, depth + 1, true) }, found[0].length];
}

function heading(source, depth) {
  const found = /^(#{1,3}|-#) +([^\n]+)(?:\n|$)/.exec(source);
  if (!found) {
    return null;
  }
  const type = found[1] === '-#' ? 'small' : 'heading';
  return [{ type, level: found[1].length, content: inline(found[2].trim(), depth + 1) }, found[0].length];
}

function list(source, depth) {
  const found = /^(?: *(?:[-*]|\d{1,9}\.) +[^\n]+(?:\n|$))+/.exec(source);
  if (!found) {
    return null;
  }
  const items = found[0].trimEnd().split('\n').map((line) => {
    const [, indent, mark, content] = /^( *)([-*]|\d{1,9}\.) +(.+)$/.exec(line);
    return { level: Math.min(4, Math.floor(indent.length / 2)), number: parseInt(mark, 10) || 0, content: inline(content, depth + 1) };
  });
  return [{ type: 'list', items }, found[0].length];
}

/** Lines up to where another block begins. */
function paragraph(source, depth) {
  const next = /\n(?=```|>>> |> |#{1,3} |-# | *(?:[-*]|\d{1,9}\.) +\S)/.exec(source);
  const fenced = /[^\n](?=```[^]+?```)/.exec(source);
  const end = Math.min(next ? next.index : source.length, fenced ? fenced.index + 1 : source.length);
  const length = next && end === next.index ? end + 1 : end;
  return [{ type: 'paragraph', content: inline(source.slice(0, end), depth + 1) }, Math.max(1, length)];
}

function inline(source, depth) {
  const result = [];
  const say = (content) => {
    const last = result.at(-1);
    if (last?.type === 'text') {
      last.content += content;
    } else {
      result.push(text(content));
    }
  };
  let at = 0;
  while (at < source.length) {
    const rest = source.slice(at);
    const plain = PLAIN.exec(rest);
    if (plain) {
      const link = maskedIn(plain[0], rest, depth);
      if (link) {
        say(rest.slice(0, link.start));
        result.push(link.node);
        at += link.end;
      } else {
        say(plain[0]);
        at += plain[0].length;
      }
      continue;
    }
    const found = depth < DEEPEST && node(source, at, rest, depth);
    if (found) {
      result.push(found[0]);
      at += found[1];
    } else if (rest[0] === '\\' && /^\\[^\w\s]/.test(rest)) {
      say(rest[1]);
      at += 2;
    } else {
      say(rest[0]);
      at += 1;
    }
  }
  return result;
}

function node(source, at, rest, depth) {
  if (rest[0] === '`') {
    return code(rest);
  }
  if (rest[0] === 'h') {
    const found = ADDRESS.exec(rest);
    const href = found && found[0].replace(/[.,:;!?'*_~|]+$|(?<!\([^)]*)\)+$/, '');
    return href && [{ type: 'link', href, content: [text(href)] }, href.length];
  }
  if (rest[0] === '@' && /\w/.test(source[at - 1] ?? '')) {
    return null;
  }
  for (const [pattern, make] of TAGS) {
    const found = pattern.exec(rest);
    if (found) {
      return [make(found), found[0].length];
    }
  }
  return wrapped(source, at, rest, depth);
}

/** Code between as many backticks on both sides; a run of them that is never closed is text. */
function code(rest) {
  const run = /^`+/.exec(rest)[0];
  for (const other of rest.slice(run.length).matchAll(/`+/g)) {
    if (other[0] === run) {
      const content = rest.slice(run.length, run.length + other.index);
      return [{ type: 'code', content: content.trim() || content }, 2 * run.length + other.index];
    }
  }
  return [text(run), run.length];
}

function wrapped(source, at, rest, depth) {
  for (const [mark, type] of WRAPPED) {
    if (!rest.startsWith(mark)) {
      continue;
    }
    // an underscore in the middle of a word is a character like any other
    if (mark === '_' && /\w/.test(source[at - 1] ?? '')) {
      continue;
    }
    const end = closing(rest, mark);
    if (end < 0) {
      continue;
    }
    const content = inline(rest.slice(mark.length, end), depth + 1);
    const made = type === 'strong-em' ? { type: 'strong', content: [{ type: 'em', content }] } : { type, content };
    return [made, end + mark.length];
  }
  return null;
}

/** Where the mark closes; -1 when it does not. What is escaped or code closes nothing. */
function closing(source, mark) {
  for (let i = mark.length; i <= source.length - mark.length; i++) {
    if (source[i] === '\\') {
      i++;
    } else if (source[i] === '`') {
      const code = source.indexOf('`', i + 1);
      i = code < 0 ? i : code;
    } else if (source.startsWith(mark, i)) {
      const single = mark.length === 1;
      if (single && source[i + 1] === mark) {
        i++;
      } else if (single && mark === '_' && /\w/.test(source[i + 1] ?? '')) {
        continue;
      } else if (single && mark === '*' && /\s/.test(source[1] + source[i - 1])) {
        continue;
      } else {
        // of three marks in a row, the last ones close
        const further = !single && source[i + mark.length] === mark[0] ? 1 : 0;
        return i > mark.length - 1 && source.slice(mark.length, i + further).trim() ? i + further : -1;
      }
    }
  }
  return -1;
}

/** A link with a text of its own that begins within the plain text. */
function maskedIn(plain, rest, depth) {
  for (let start = plain.indexOf('['); start >= 0 && depth < DEEPEST; start = plain.indexOf('[', start + 1)) {
    const found = MASKED.exec(rest.slice(start));
    if (found) {
      return { start, end: start + found[0].length, node: { type: 'link', href: found[2], content: inline(found[1], DEEPEST) } };
    }
  }
  return null;
}
