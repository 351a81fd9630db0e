// Shows the profile of the owner in its form, and saves it.

import { api, fetchTowns } from './account-api.js';
import { byId, showDone, townChoice, townNames } from './account-dom.js';

const NOTHING = { first_name: '', last_name: '', days_count: '', towns: [] };

let loading = null;
let followed = [];

// Offers the towns in every form that asks for towns. After a failure, the next view tries again.
export function loadTowns() {
  loading ??= offerTowns();
  return loading;
}

async function offerTowns() {
  note('Loading towns…');
  try {
    const towns = await fetchTowns();
    document.querySelectorAll('.towns').forEach((list) => list.replaceChildren(...towns.map(townChoice)));
    for (const town of towns) townNames.set(town.id, `${town.name}, ${town.country}`);
    note(towns.length ? '' : 'There are no towns to choose from.');
  } catch {
    loading = null;
    note('The towns could not be loaded. You can go on without them.');
  }
}

function note(text) {
  document.querySelectorAll('.towns-note').forEach((hint) => { hint.textContent = text; });
}

export async function showProfile(id) {
  const [profile] = await Promise.all([api('GET', `/user/${id}/`), loadTowns()]);
  fillProfile(profile);
}

export const clearProfile = () => fillProfile(NOTHING);

// Sets the defaults of the fields, so that a reset of the form shows what is saved.
function fillProfile(profile) {
  const form = byId('profile');
  followed = profile.towns;
  for (const name of ['first_name', 'last_name', 'days_count']) form.elements[name].defaultValue = profile[name];
  form.querySelectorAll('[name="towns"]').forEach((box) => {
    box.defaultChecked = followed.includes(Number(box.value));
  });
  form.reset();
}

export async function saveProfile(form) {
  const data = new FormData(form);
  const { first_name, last_name, days_count } = Object.fromEntries(data);
  // Towns that the form does not offer stay.
  const others = followed.filter((id) => !townNames.has(id));
  const towns = [...data.getAll('towns').map(Number), ...others];
  const me = await api('PATCH', '/auth/users/me/', { first_name, last_name, days_count, towns });
  await showProfile(me.id);
  showDone(form, 'Your profile is saved.');
}
