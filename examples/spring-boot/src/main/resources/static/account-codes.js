// Shows new recovery codes.

import './account-parts.js';
import { byId, element } from './account-dom.js';

export function showCodes(codes) {
  if (!codes.length) return;
  byId('code-list').replaceChildren(...codes.map((code) => element('li', code)));
  byId('codes').hidden = false;
  byId('codes-title').focus();
}

// No code stays on a page that shows something else.
export function putCodesAway() {
  byId('codes').hidden = true;
  for (const id of ['code-list', 'codes-copied']) byId(id).replaceChildren();
}

async function copyCodes() {
  const list = byId('code-list');
  try {
    await navigator.clipboard.writeText([...list.children].map((item) => item.textContent).join('\n'));
    byId('codes-copied').textContent = 'Copied.';
  } catch {
    getSelection().selectAllChildren(list);
    byId('codes-copied').textContent = 'The browser does not let the page copy. The codes are selected for you to copy.';
  }
}

byId('codes-copy').addEventListener('click', copyCodes);
