// Files that wait to be sent with a message.

import { html, nothing } from 'lit';
import { closeIcon } from './icons.js';
import { store } from './store.js';
import { fileSize } from './text.js';

const MOST = 10;
const LARGEST = 7 * 1024 * 1024;

export class Attachments {
  #host;
  list = [];

  constructor(host) {
    this.#host = host;
  }

  async add(files) {
    for (const file of files) {
      if (this.list.length >= MOST) {
        store.notice(`A message takes at most ${MOST} files.`);
        break;
      }
      if (file.size === 0 || file.size > LARGEST) {
        store.notice(`${file.name} must have 1 byte to ${fileSize(LARGEST)}: ${fileSize(file.size)}.`);
        continue;
      }
      const dataUrl = await read(file);
      this.list = [...this.list, {
        name: file.name,
        size: file.size,
        contentType: file.type || 'application/octet-stream',
        base64: dataUrl.slice(dataUrl.indexOf(',') + 1),
        preview: /^image\/(?!svg)/.test(file.type) ? URL.createObjectURL(file) : null,
      }];
      this.#host.requestUpdate();
    }
  }

  drop(index) {
    this.#release(this.list[index]);
    this.list = this.list.filter((_, i) => i !== index);
    this.#host.requestUpdate();
  }

  /** Hands over the files, and holds none from then on. */
  take() {
    const { list } = this;
    this.list = [];
    this.#host.requestUpdate();
    return list;
  }

  putBack(files) {
    this.list = [...files, ...this.list].slice(0, MOST);
    this.#host.requestUpdate();
  }

  release(files) {
    files.forEach((file) => this.#release(file));
  }

  /** The files with a button each that takes them away again. */
  drawn() {
    return this.list.length ? html`<ul class="files" aria-label="Files to send">${this.list.map((file, i) => html`<li>
      ${file.preview ? html`<img src=${file.preview} alt="">` : nothing}<span>${file.name}<br><small>${fileSize(file.size)}</small></span>
      <button class="icon" aria-label="Remove ${file.name}" @click=${() => this.drop(i)}>${closeIcon}</button></li>`)}</ul>` : nothing;
  }

  #release(file) {
    if (file.preview) {
      URL.revokeObjectURL(file.preview);
    }
  }
}

const read = (file) => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result);
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(file);
});
