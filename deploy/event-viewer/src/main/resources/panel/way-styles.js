import { css } from "lit";

export const wayStyles = css`
  header {
    display: flex;
    gap: 0.8rem;
    align-items: start;
    justify-content: space-between;
    margin-bottom: 0.6rem;
  }
  h2 {
    font-size: 1rem;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .explained {
    margin-bottom: 0.6rem;
    color: var(--_muted);
    font-size: 0.85rem;
  }
  .explained summary {
    cursor: pointer;
  }
  .explained p {
    margin-top: 0.3rem;
  }
  .step {
    display: grid;
    grid-template-columns: 4.6rem 1.4rem minmax(0, 1fr);
    column-gap: 0.4rem;
    position: relative;
  }
  .when {
    padding-top: 0.35rem;
    text-align: end;
    color: var(--_muted);
    font-family: var(--_mono);
    font-size: 0.8rem;
    white-space: nowrap;
  }
  .mark {
    position: relative;
    display: flex;
    justify-content: center;
  }
  .mark::before {
    content: "";
    position: absolute;
    inset-block: 0;
    width: 2px;
    background: var(--_border);
  }
  .step:first-child .mark::before {
    top: 1rem;
  }
  .step:last-child .mark::before {
    bottom: calc(100% - 1rem);
  }
  .mark span {
    position: relative;
    display: grid;
    place-items: center;
    width: 1.3rem;
    height: 1.3rem;
    margin-top: 0.3rem;
    border: 2px solid currentcolor;
    border-radius: 50%;
    background: var(--_bg);
    font-size: 0.7rem;
    font-weight: 700;
    line-height: 1;
  }
  .done .mark span {
    color: var(--_ok);
  }
  .underway .mark span {
    color: var(--_accent);
  }
  .skipped .mark span {
    color: var(--_muted);
  }
  .refused .mark span {
    color: var(--_warn);
  }
  .failed .mark span {
    color: var(--_danger);
  }
  .what {
    padding-block: 0.15rem 0.5rem;
    padding-inline-start: calc(min(var(--depth), 4) * 0.7rem);
    min-width: 0;
  }
  .line {
    display: block;
    width: 100%;
    padding: 0.2rem 0.4rem;
    border: 0;
    border-radius: 6px;
    background: transparent;
    color: var(--_fg);
    text-align: start;
    overflow-wrap: anywhere;
  }
  .line:hover {
    background: var(--_hover);
  }
  .line small {
    display: block;
    color: var(--_muted);
    font-size: 0.8rem;
  }
  .track {
    position: relative;
    height: 4px;
    margin: 0.1rem 0.4rem 0;
    border-radius: 2px;
    background: var(--_raised);
  }
  .track i {
    position: absolute;
    inset-block: 0;
    min-width: 3px;
    border-radius: 2px;
    background: var(--_accent);
  }
  .spans {
    margin: 0.3rem 0.4rem 0;
  }
  .span {
    font-size: 0.8rem;
    color: var(--_muted);
    padding-inline-start: calc(var(--depth) * 0.6rem);
  }
  .span .track {
    margin-inline: calc(var(--depth) * -0.6rem) 0;
  }
  .span .track i {
    background: var(--_ok);
  }
  .span.error {
    color: var(--_danger);
  }
  .span-name {
    display: flex;
    gap: 0.5rem;
    justify-content: space-between;
  }
  .span-name span:first-child {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .more {
    margin: 0.3rem 0.4rem 0.4rem;
    padding: 0.6rem;
    border: 1px solid var(--_border);
    border-radius: 6px;
    background: var(--_raised);
  }
  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 0.15rem 0.8rem;
    margin-bottom: 0.6rem;
    font-size: 0.8rem;
  }
  dt {
    color: var(--_muted);
  }
  dd {
    overflow-wrap: anywhere;
    font-family: var(--_mono);
  }
  @container (max-width: 26rem) {
    .step {
      grid-template-columns: 1.4rem minmax(0, 1fr);
    }
    .when {
      grid-column: 2;
      grid-row: 1;
      padding: 0.2rem 0.4rem 0;
      text-align: start;
    }
    .mark {
      grid-column: 1;
      grid-row: 1 / span 2;
    }
    .what {
      grid-column: 2;
      padding-inline-start: 0;
    }
    dl {
      grid-template-columns: minmax(0, 1fr);
    }
    dd {
      margin-bottom: 0.3rem;
    }
  }
`;
