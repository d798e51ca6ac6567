import { svg, html } from 'lit';

const draw = (paths) => html`<svg viewBox="0 0 24 24" aria-hidden="true">${paths}</svg>`;

export const menuIcon = draw(svg`<path d="M4 7h16M4 12h16M4 17h16"/>`);
export const peopleIcon = draw(svg`<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.3.8 3.5 2.6 3.5 5.5"/>`);
export const sunIcon = draw(svg`<circle cx="12" cy="12" r="4"/><path d="M12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2"/>`);
export const moonIcon = draw(svg`<path d="M20 14.5A8 8 0 0 1 9.5 4 8 8 0 1 0 20 14.5z"/>`);
export const plusIcon = draw(svg`<path d="M12 5v14M5 12h14"/>`);
export const sendIcon = draw(svg`<path d="M4 12 20 4l-5 16-4-6.5z"/><path d="M11 13.5 20 4"/>`);
export const smileIcon = draw(svg`<circle cx="12" cy="12" r="9"/><path d="M8.5 14.5c1.8 2.3 5.2 2.3 7 0M9 9.5v.1M15 9.5v.1"/>`);
export const replyIcon = draw(svg`<path d="M10 6 4 12l6 6"/><path d="M4 12h9c4 0 7 2 7 6"/>`);
export const penIcon = draw(svg`<path d="m4 20 1-5L16 4l4 4L9 19z"/>`);
export const binIcon = draw(svg`<path d="M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5"/>`);
export const moreIcon = draw(svg`<path d="M5 12h.010M12 12h.010M19 12h.010" stroke-width="3"/>`);
export const closeIcon = draw(svg`<path d="m6 6 12 12M18 6 6 18"/>`);
export const fileIcon = draw(svg`<path d="M6 3h8l4 4v14H6z"/><path d="M14 3v4h4"/>`);
export const pathIcon = draw(svg`<circle cx="5" cy="6" r="2"/><circle cx="19" cy="18" r="2"/><path d="M7 6h7a3 3 0 0 1 0 6h-4a3 3 0 0 0 0 6h7"/>`);
export const eyeIcon = draw(svg`<path d="M2 12c3-5 6.5-7 10-7s7 2 10 7c-3 5-6.5 7-10 7s-7-2-10-7z"/><circle cx="12" cy="12" r="3"/>`);
export const linkIcon = draw(svg`<path d="M14 4h6v6M20 4l-9 9M18 14v6H4V6h6"/>`);
