import { commandsFor, isRefused, readAnalytics } from './analytics.ts';

const analytics = readAnalytics(document.querySelector<HTMLMetaElement>('meta[name="analytics"]')?.content);
if (analytics && !isRefused(navigator)) {
  Object.assign(window, { _paq: commandsFor(analytics, location) });
  const script = document.createElement('script');
  script.async = true;
  script.src = `${analytics.url}matomo.js`;
  document.head.append(script);
}
