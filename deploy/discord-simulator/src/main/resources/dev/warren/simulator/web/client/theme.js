// Light or dark: as the system has it, until somebody chooses.

import { recall, remember } from './memory.js';

const system = matchMedia('(prefers-color-scheme: dark)');

export const isDark = () => (document.documentElement.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark';

function apply(theme) {
  if (theme) {
    document.documentElement.dataset.theme = theme;
  }
}

export function switchTheme() {
  const theme = isDark() ? 'light' : 'dark';
  remember('theme', theme);
  apply(theme);
  dispatchEvent(new Event('theme'));
}

apply(recall('theme'));
system.addEventListener('change', () => dispatchEvent(new Event('theme')));
