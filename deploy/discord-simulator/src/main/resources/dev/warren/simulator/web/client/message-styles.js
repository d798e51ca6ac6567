import { css } from 'lit';

export const messageStyles = css`
  :host { flex: 1; min-height: 0; position: relative; display: flex; }
  .scroller { flex: 1; overflow-y: auto; overflow-x: hidden; overflow-anchor: none; min-width: 0; display: flex; flex-direction: column; }
  .scroller:focus-visible { outline-offset: -3px; }
  .content-box { margin-top: auto; padding: 8px 0 14px; min-width: 0; }
  .loading { text-align: center; color: var(--fg-muted); margin: 12px; }
  .beginning { padding: 24px 20px 8px; }
  .beginning h2 { margin: 0 0 2px; font-size: 26px; overflow-wrap: anywhere; }
  .beginning p { margin: 0; color: var(--fg-muted); }
  .day { display: flex; align-items: center; gap: 10px; margin: 16px 18px 6px; color: var(--fg-muted); font-size: 12px; font-weight: 600; }
  .day::before, .day::after { content: ""; flex: 1; border-top: 1px solid var(--border); }
  .present {
    position: absolute; bottom: 10px; left: 50%; translate: -50%; background: var(--accent); color: var(--on-accent); border-radius: 18px;
    padding: 6px 16px; font-size: 14px; font-weight: 600; box-shadow: var(--shadow); white-space: nowrap;
  }

  message-item { display: block; position: relative; padding: 3px 18px; margin-top: 12px; outline-offset: -2px; }
  message-item[grouped] { margin-top: 0; }
  message-item:hover, message-item:focus-within { background: var(--bg-raised); }
  message-item[pinged] { background: var(--ping-bg); box-shadow: inset 3px 0 0 var(--warn); }
  message-item[ephemeral] { background: var(--ephemeral-bg); box-shadow: inset 3px 0 0 var(--link); }
  .body { display: grid; grid-template-columns: 40px minmax(0, 1fr); gap: 0 14px; }
  .avatar { border-radius: 50%; margin-top: 2px; background: var(--bg-hover); }
  .side-time { font-size: 11px; color: var(--fg-muted); opacity: 0; text-align: right; line-height: 22px; white-space: nowrap; overflow: hidden; }
  message-item:hover .side-time, message-item:focus-within .side-time { opacity: 1; }
  .content { min-width: 0; line-height: 1.375; }
  .byline { display: flex; gap: 8px; align-items: baseline; flex-wrap: wrap; }
  .byline time, .system time { font-size: 12px; color: var(--fg-muted); }
  .tag { background: var(--accent); color: var(--on-accent); font-size: 10px; font-weight: 700; border-radius: 4px; padding: 1px 5px; }
  .text { overflow-wrap: anywhere; }
  .text > .line:last-of-type:has(+ .edited) { display: inline; }
  .edited { font-size: 11px; color: var(--fg-muted); margin-left: 4px; }
  .system { padding-left: 54px; color: var(--fg-muted); }
  .above { padding-left: 54px; font-size: 14px; color: var(--fg-muted); min-width: 0; position: relative; }
  .above::before {
    content: ""; position: absolute; left: 20px; top: 10px; width: 28px; height: 12px; border: 2px solid var(--border); border-width: 2px 0 0 2px;
    border-top-left-radius: 7px;
  }
  .snippet { display: flex; gap: 6px; align-items: center; max-width: 100%; min-width: 0; }
  .snippet span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .snippet img { width: 16px; height: 16px; border-radius: 50%; flex: none; }
  .plain { padding: 0; color: inherit; text-align: left; }
  .plain:hover { color: var(--fg); text-decoration: underline; }
  .only-you { display: flex; flex-wrap: wrap; gap: 4px; align-items: center; font-size: 13px; color: var(--fg-muted); margin-top: 4px; }
  .only-you button { color: var(--link); }
  .small-icon { width: 16px; height: 16px; color: inherit; }
  .small-icon svg { width: 14px; height: 14px; }

  .tools {
    position: absolute; top: -18px; right: 16px; display: flex; background: var(--bg-popup); border: 1px solid var(--border); border-radius: 9px;
    box-shadow: var(--shadow); z-index: 2; padding: 1px;
  }
  .content-box > message-item:first-of-type .tools { top: 2px; }
  .tools .icon { width: 32px; height: 32px; }
  .dangerous:hover { color: var(--danger); }

  .embed {
    position: relative; margin: 5px 0; padding: 10px 14px 12px; background: var(--bg-raised); border: 1px solid var(--border); border-left: 4px solid var(--field-border);
    border-radius: 8px; max-width: min(520px, 100%); min-width: min(300px, 100%); width: fit-content; overflow-wrap: anywhere; font-size: 15px;
  }
  message-item:hover .embed, message-item:focus-within .embed { background: var(--bg); }
  .embed-author { display: flex; gap: 8px; align-items: center; font-size: 14px; font-weight: 600; margin-bottom: 4px; }
  .embed-author img, .embed-footer img { width: 22px; height: 22px; border-radius: 50%; }
  .embed-title { font-weight: 650; font-size: 16px; margin-bottom: 4px; }
  .embed-fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(120px, 100%), 1fr)); gap: 8px 14px; margin: 8px 0 0; }
  .embed-fields .wide { grid-column: 1 / -1; }
  dt { font-weight: 650; font-size: 14px; }
  dd { margin: 1px 0 0; }
  .thumbnail { float: right; width: 80px; height: 80px; object-fit: cover; border-radius: 6px; margin: 0 0 8px 14px; }
  .embed-image { display: block; max-width: 100%; max-height: 340px; border-radius: 6px; margin-top: 10px; clear: both; }
  .embed-footer { display: flex; gap: 8px; align-items: center; color: var(--fg-muted); font-size: 12.5px; margin-top: 8px; clear: both; }

  .picture { display: inline-block; max-width: 100%; margin: 4px 0; }
  .picture img { display: block; max-width: 100%; max-height: 350px; height: auto; border-radius: 8px; background: var(--bg-hover); }
  .file {
    display: inline-flex; gap: 10px; align-items: center; border: 1px solid var(--border); background: var(--bg-raised); border-radius: 9px;
    padding: 9px 16px 9px 8px; margin: 4px 0; max-width: 100%; overflow-wrap: anywhere;
  }
  .file small { color: var(--fg-muted); }
  audio, video { display: block; max-width: min(420px, 100%); margin: 4px 0; }

  .reactions { display: flex; flex-wrap: wrap; gap: 4px; margin-top: 4px; }
  .reaction { border: 1px solid var(--border); background: var(--bg-hover); border-radius: 9px; padding: 2px 8px; font-size: 14px; }
  .reaction.me { border-color: var(--accent); background: var(--mention-bg); color: var(--mention-fg); }

  .components { display: grid; gap: 6px; margin-top: 6px; max-width: 600px; }
  .row { display: flex; flex-wrap: wrap; gap: 8px; }
  .select { flex: 1 1 260px; max-width: 420px; min-width: 0; }
  .container {
    display: grid; gap: 8px; padding: 12px 16px; border: 1px solid var(--border); border-radius: 10px; background: var(--bg-raised);
    min-width: 0; overflow-wrap: anywhere;
  }
  message-item:hover .container, message-item:focus-within .container { background: var(--bg); }
  .section { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 14px; align-items: start; }
  .section .picture img { width: 85px; height: 85px; object-fit: cover; }
  .gallery { display: grid; gap: 4px; grid-template-columns: 1fr; }
  .gallery.many2 { grid-template-columns: 1fr 1fr; }
  .gallery.many3 { grid-template-columns: repeat(3, 1fr); }
  hr { width: 100%; border: 0; border-top: 1px solid var(--border); margin: 2px 0; }
  hr.s2 { margin: 8px 0; }
  .space { height: 4px; }
  .space.s2 { height: 16px; }

  .panel { margin: 8px 0; border: 1px solid var(--border); border-radius: 10px; background: var(--bg); overflow: auto; max-width: 100%; }
  .panel-head { display: flex; justify-content: space-between; align-items: center; padding: 4px 6px 4px 14px; border-bottom: 1px solid var(--border); }

  .thinking { color: var(--fg-muted); }
  .dots i { display: inline-block; width: 6px; height: 6px; margin-right: 3px; border-radius: 50%; background: var(--fg-muted); animation: dot 1.2s infinite; }
  .dots i:nth-child(2) { animation-delay: 0.2s; }
  .dots i:nth-child(3) { animation-delay: 0.4s; }
  @keyframes dot { 0%, 60%, 100% { opacity: 0.3; } 30% { opacity: 1; } }

  @media (max-width: 480px) {
    message-item { padding: 3px 10px; }
    .body { grid-template-columns: 36px minmax(0, 1fr); gap: 0 10px; }
    .avatar { width: 36px; height: 36px; }
    .section { grid-template-columns: 1fr; }
    .side-time { visibility: hidden; }
  }
`;
