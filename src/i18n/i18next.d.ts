import type access from './messages/it/access.json';
import type area from './messages/it/area.json';
import type site from './messages/it/site.json';

/** Keys are typed by the Italian messages: a wrong key does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'site';
    resources: { access: typeof access; area: typeof area; site: typeof site };
  }
}
