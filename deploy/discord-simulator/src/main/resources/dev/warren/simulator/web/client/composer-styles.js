import { css } from 'lit';

export const composerStyles = css`
  :host { display: block; padding: 0 16px 2px; flex: none; }
  .frame { position: relative; border: 1px solid var(--field-border); border-radius: 12px; background: var(--bg-raised); }
  .frame:focus-within { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
  .row { display: flex; align-items: flex-end; gap: 2px; padding: 5px 6px; }
  textarea {
    flex: 1; border: 0; background: none; resize: none; padding: 6px 4px; line-height: 1.375; min-width: 0; max-height: 33vh;
  }
  textarea:focus-visible { outline: none; }
  textarea::placeholder { color: var(--fg-muted); opacity: 1; text-overflow: ellipsis; white-space: nowrap; overflow: hidden; }
  .send { color: var(--accent); }
  .bar {
    display: flex; justify-content: space-between; align-items: center; padding: 2px 6px 2px 14px; background: var(--bg-hover); color: var(--fg);
    border-radius: 12px 12px 0 0; font-size: 14px;
  }
  kbd { font: 12px var(--mono); border: 1px solid var(--border); border-radius: 4px; padding: 0 4px; }
  .files { display: flex; flex-wrap: wrap; gap: 8px; list-style: none; margin: 0; padding: 10px 12px 2px; }
  .files li {
    display: flex; gap: 8px; align-items: center; border: 1px solid var(--border); border-radius: 9px; padding: 4px 4px 4px 10px; background: var(--bg);
    font-size: 14px; max-width: 100%; overflow-wrap: anywhere;
  }
  .files img { width: 44px; height: 44px; object-fit: cover; border-radius: 6px; }
  small { color: var(--fg-muted); }
  .suggestions {
    position: absolute; bottom: calc(100% + 6px); left: -1px; right: -1px; margin: 0; padding: 6px; list-style: none; background: var(--bg-popup);
    border: 1px solid var(--border); border-radius: 12px; box-shadow: var(--shadow); max-height: min(340px, 45dvh); overflow-y: auto; z-index: 12;
  }
  .suggestions li { padding: 7px 10px; border-radius: 8px; cursor: pointer; overflow-wrap: anywhere; }
  .suggestions li.active { background: var(--bg-hover); outline: 2px solid var(--accent); outline-offset: -2px; }
  .suggestions small { display: block; }
  .options i { font: 12px var(--mono); margin-left: 6px; padding: 1px 5px; border-radius: 5px; background: var(--code-bg); color: var(--fg-muted); }
  .typing { min-height: 22px; font-size: 13px; color: var(--fg-muted); padding: 1px 4px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .dots i { display: inline-block; width: 5px; height: 5px; margin-right: 2px; border-radius: 50%; background: var(--fg-muted); animation: dot 1.2s infinite; }
  .dots i:nth-child(2) { animation-delay: 0.2s; }
  .dots i:nth-child(3) { animation-delay: 0.4s; }
  @keyframes dot { 0%, 60%, 100% { opacity: 0.3; } 30% { opacity: 1; } }
  @media (max-width: 480px) { :host { padding: 0 8px 2px; } }
`;
