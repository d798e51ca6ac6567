import { css } from "lit";

/** What all elements share. Colours come from the page; the fallbacks are for a page that has none. */
export const shared = css`
  :host {
    --_bg: var(--bg, #ffffff);
    --_raised: var(--bg-raised, #f5f6f8);
    --_hover: var(--bg-hover, #eaecf0);
    --_fg: var(--fg, #1c1e21);
    --_muted: var(--fg-muted, #52565e);
    --_accent: var(--accent, #3d4ed8);
    --_border: var(--border, #d5d8de);
    --_danger: var(--danger, #b3261e);
    --_ok: var(--ok, #1a7f43);
    --_warn: var(--warn, #8a5a00);
    --_code: var(--code-bg, #f0f1f4);
    --_mono: var(--mono, ui-monospace, "SFMono-Regular", "DejaVu Sans Mono", monospace);
    display: block;
    container-type: inline-size;
    color: var(--_fg);
    font-family: var(--font, system-ui, sans-serif);
    font-size: 0.9375rem;
    line-height: 1.4;
  }
  * {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ol,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ol,
  ul {
    list-style: none;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }
  button {
    cursor: pointer;
  }
  .button {
    padding: 0.3rem 0.7rem;
    border: 1px solid var(--_border);
    border-radius: 6px;
    background: var(--_raised);
    color: var(--_fg);
  }
  .button:hover {
    background: var(--_hover);
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .muted {
    color: var(--_muted);
  }
  .mono {
    font-family: var(--_mono);
    font-size: 0.85em;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .trouble {
    padding: 0.6rem 0.8rem;
    border-inline-start: 3px solid var(--_danger);
    background: var(--_raised);
  }
`;
