import { css } from "lit";

export const pageStyles = css`
  section {
    margin-bottom: 1.5rem;
  }
  h2 {
    margin-bottom: 0.3rem;
    font-size: 1.05rem;
  }
  .intro {
    margin-bottom: 0.6rem;
    color: var(--_muted);
    font-size: 0.85rem;
  }
  form {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: end;
    margin-bottom: 0.6rem;
  }
  label {
    display: grid;
    gap: 0.15rem;
    flex: 1 1 8.5rem;
    min-width: 0;
    color: var(--_muted);
    font-size: 0.8rem;
  }
  label.wide {
    flex-basis: 18rem;
  }
  input,
  select {
    width: 100%;
    min-width: 0;
    padding: 0.35rem 0.5rem;
    border: 1px solid var(--_muted);
    border-radius: 6px;
    background: var(--_bg);
    color: var(--_fg);
    font-size: 0.9rem;
  }
  .found {
    padding: 0.8rem;
    border: 1px solid var(--_border);
    border-radius: 8px;
    background: var(--_bg);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
  }
  th,
  td {
    padding: 0.3rem 0.4rem;
    border-bottom: 1px solid var(--_border);
    text-align: start;
    vertical-align: top;
  }
  th[scope="col"] {
    color: var(--_muted);
    font-weight: 500;
    font-size: 0.8rem;
  }
  th[scope="row"] {
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  th small {
    display: block;
    color: var(--_muted);
    font-weight: 400;
  }
  .number {
    text-align: end;
    font-family: var(--_mono);
    font-size: 0.8rem;
    white-space: nowrap;
  }
  .waiting {
    color: var(--_warn);
    font-weight: 700;
  }
  .group {
    display: block;
    color: var(--_muted);
    font-size: 0.8rem;
    overflow-wrap: anywhere;
  }
  .rate {
    position: relative;
  }
  .rate i {
    position: absolute;
    inset-block-end: 2px;
    inset-inline-end: 0.4rem;
    height: 3px;
    border-radius: 2px;
    background: var(--_accent);
  }
  .row {
    display: grid;
    grid-template-columns: 6.5rem minmax(0, 1fr) minmax(0, 12rem);
    gap: 0.1rem 0.7rem;
    width: 100%;
    padding: 0.3rem 0.4rem;
    border: 0;
    border-bottom: 1px solid var(--_border);
    background: transparent;
    color: var(--_fg);
    text-align: start;
  }
  .row:hover {
    background: var(--_hover);
  }
  .row .mono {
    color: var(--_muted);
  }
  .row span {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    margin-bottom: 0.4rem;
    color: var(--_muted);
    font-size: 0.85rem;
  }
  @container (max-width: 34rem) {
    .far {
      display: none;
    }
    .row {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
