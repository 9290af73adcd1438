import type access from './messages/it/access.json';
import type area from './messages/it/area.json';
import type developers from './messages/it/developers.json';
import type feedback from './messages/it/feedback.json';
import type figures from './messages/it/figures.json';
import type pay from './messages/it/pay.json';
import type search from './messages/it/search.json';
import type site from './messages/it/site.json';
import type status from './messages/it/status.json';

/** Keys are typed by the Italian messages: a wrong key does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'site';
    resources: {
      access: typeof access;
      area: typeof area;
      developers: typeof developers;
      feedback: typeof feedback;
      figures: typeof figures;
      pay: typeof pay;
      search: typeof search;
      site: typeof site;
      status: typeof status;
    };
  }
}
