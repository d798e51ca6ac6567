// What all elements share.

import { css } from 'lit';

export const base = css`
  :host { box-sizing: border-box; }
  *, *::before, *::after { box-sizing: border-box; }
  [hidden] { display: none !important; }
  button, input, textarea, select { font: inherit; color: inherit; }
  button { cursor: pointer; background: none; border: 0; }
  button:disabled { cursor: not-allowed; opacity: 0.6; }
  a { color: var(--link); }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  .sr-only {
    position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; border: 0;
  }
  ::-webkit-scrollbar { width: 10px; height: 10px; }
  ::-webkit-scrollbar-thumb { background: var(--border); border: 2px solid transparent; background-clip: content-box; border-radius: 6px; }
`;

export const buttons = css`
  .button {
    display: inline-flex; align-items: center; justify-content: center; gap: 6px; min-height: 34px; padding: 4px 14px; border-radius: 8px;
    background: var(--bg-hover); color: var(--fg); border: 1px solid var(--border); font-size: 14px; font-weight: 550;
    text-decoration: none; max-width: 100%;
  }
  .button:hover:not(:disabled) { border-color: var(--field-border); }
  .button.primary { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
  .button.success { background: var(--ok); color: var(--bg); border-color: var(--ok); }
  .button.danger { background: var(--danger); color: var(--bg); border-color: var(--danger); }
  .button.primary:hover:not(:disabled), .button.success:hover:not(:disabled), .button.danger:hover:not(:disabled) { filter: brightness(1.06); }
  .icon {
    display: inline-grid; place-items: center; width: 34px; height: 34px; border-radius: 8px; padding: 0; color: var(--fg-muted); flex: none;
  }
  .icon:hover { background: var(--bg-hover); color: var(--fg); }
  .icon svg { width: 20px; height: 20px; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
`;

export const fields = css`
  .field {
    width: 100%; min-height: 36px; padding: 6px 10px; border-radius: 8px; border: 1px solid var(--field-border); background: var(--bg);
    color: var(--fg);
  }
  textarea.field { min-height: 84px; resize: vertical; }
  .field::placeholder { color: var(--fg-muted); opacity: 1; }
  .label { display: block; font-size: 14px; font-weight: 600; margin-bottom: 4px; }
  .help { font-size: 13px; color: var(--fg-muted); margin: 2px 0 4px; }
  .wrong { font-size: 13px; color: var(--danger); margin: 4px 0 0; }
`;

export const prose = css`
  .line { white-space: pre-wrap; overflow-wrap: anywhere; min-height: 1.375em; }
  .heading { font-weight: 700; margin: 10px 0 4px; overflow-wrap: anywhere; }
  .h1 { font-size: 1.5em; }
  .h2 { font-size: 1.25em; }
  .h3 { font-size: 1.1em; }
  .small { font-size: 0.8em; color: var(--fg-muted); }
  code { font: 0.86em var(--mono); background: var(--code-bg); padding: 1px 4px; border-radius: 4px; overflow-wrap: anywhere; white-space: pre-wrap; }
  pre {
    margin: 4px 0; padding: 8px 10px; background: var(--code-bg); border: 1px solid var(--border); border-radius: 6px; overflow-x: auto;
    max-width: min(100%, 720px);
  }
  pre code { background: none; padding: 0; white-space: pre; }
  blockquote { margin: 2px 0; padding-left: 12px; border-left: 4px solid var(--border); }
  .list { list-style: none; margin: 2px 0; padding: 0 0 0 6px; }
  .list li { display: flex; gap: 8px; overflow-wrap: anywhere; }
  .list .mark { color: var(--fg-muted); min-width: 0.8em; text-align: right; }
  .level1 { margin-left: 20px; } .level2 { margin-left: 40px; } .level3 { margin-left: 60px; } .level4 { margin-left: 80px; }
  .mention {
    background: var(--mention-bg); color: var(--mention-fg); border-radius: 4px; padding: 0 3px; font-weight: 550; line-height: inherit;
  }
  .time { background: var(--code-bg); border-radius: 4px; padding: 0 3px; }
  .emoji { color: var(--fg-muted); }
`;
