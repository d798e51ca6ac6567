// Names, times, sizes and pictures as people read them.

const STYLES = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};
const formats = new Map();
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const UNITS = [['year', 31557600], ['month', 2629800], ['week', 604800], ['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];

/** A date in one of Discord's styles. */
export function timeIn(date, style) {
  if (!formats.has(style)) {
    formats.set(style, new Intl.DateTimeFormat(undefined, STYLES[style] ?? STYLES.f));
  }
  return formats.get(style).format(date);
}

export function relativeTime(date, now = Date.now()) {
  const seconds = Math.round((date.getTime() - now) / 1000);
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? UNITS.at(-1);
  return relative.format(Math.round(seconds / size), unit);
}

/** As beside a message: the time alone today, with the day otherwise. */
export function stamp(iso) {
  const date = new Date(iso);
  const today = new Date().toDateString() === date.toDateString();
  return today ? `Today at ${timeIn(date, 't')}` : `${timeIn(date, 'd')} ${timeIn(date, 't')}`;
}

export const userName = (user) => user.global_name ?? user.username;

export const authorName = (message) => message.view?.name ?? userName(message.author);

export const avatar = (user, size = 80) => `/cdn/avatars/${user.id}/${user.avatar ?? user.id}.png?size=${size}`;

export const initials = (name) => name.split(/\s+/).map((word) => [...word][0]).join('').slice(0, 3);

export function fileSize(bytes) {
  if (bytes < 1024) {
    return `${bytes} B`;
  }
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Files of this server by their path, so that they are found under whatever name the page was opened; others as they are, http alone. */
export function safeSource(url) {
  try {
    const parsed = new URL(url, location.href);
    if (parsed.pathname.startsWith('/cdn/') && parsed.port === location.port) {
      return parsed.pathname + parsed.search;
    }
    return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.href : '';
  } catch {
    return '';
  }
}

/** The address of a picture that may be one of the message's attachments. */
export function mediaSource(url, attachments = []) {
  const name = /^attachment:\/\/(.+)$/.exec(url ?? '')?.[1];
  return safeSource(name ? (attachments.find((file) => file.filename === name)?.url ?? '') : (url ?? ''));
}

export const hexColor = (color) => `#${color.toString(16).padStart(6, '0')}`;

const luminance = (color) => [16, 8, 0]
  .map((shift) => ((color >> shift) & 255) / 255)
  .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);

/** A role's color, moved towards black or white until it can be read on the page. */
export function readable(color, dark) {
  let current = color;
  for (let step = 0; step < 20; step++) {
    const light = luminance(current);
    const contrast = dark ? (light + 0.05) / 0.0785 : 0.83 / (light + 0.05);
    if (contrast >= 4.6) {
      break;
    }
    const target = dark ? 255 : 0;
    current = [16, 8, 0].reduce((sum, shift) => {
      const part = (current >> shift) & 255;
      return sum | (Math.round(part + (target - part) * 0.12) << shift);
    }, 0);
  }
  return hexColor(current);
}
