/** The script of the static demo's sign-in page: keeps the choice and leads back into the portal. */
import portal from '../../content/portal.json' with { type: 'json' };
import { safeReturnPath } from '../../src/domain/return-path.ts';
import { choiceCookie } from './choice.ts';

const query = new URLSearchParams(location.search);
const way = portal.identity.providers.find(({ id }) => id === query.get('provider'));
const level = query.get('level') === '2' || way?.defaultLevel === 2 ? 2 : 1;

document.addEventListener('submit', (event) => {
  event.preventDefault();
  const button = event.submitter;
  if (!(button instanceof HTMLButtonElement)) return;
  if (button.name === 'citizen') {
    document.cookie = choiceCookie({ citizen: button.value, level }, location.origin);
    location.assign(safeReturnPath(query.get('return_to'), '/area/'));
  } else {
    location.assign('/accedi/');
  }
});
