import { expect, it } from 'vitest';
import { commandsFor, isRefused, readAnalytics } from './analytics.ts';

const analytics = { url: 'https://visits.example/', siteId: '42' };

it('forbids cookies before it counts the page', () => {
  const names = commandsFor(analytics, { origin: 'https://portal.example', pathname: '/' }).map(([name]) => name);
  expect(names.indexOf('disableCookies')).toBeLessThan(names.indexOf('trackPageView'));
  expect(names.indexOf('setDoNotTrack')).toBeLessThan(names.indexOf('trackPageView'));
});

it('tells the address without what was searched for', () => {
  const commands = commandsFor(analytics, new URL('https://portal.example/cerca/?q=segreto#q=segreto'));
  expect(commands).toContainEqual(['setCustomUrl', 'https://portal.example/cerca/']);
  expect(JSON.stringify(commands)).not.toContain('segreto');
});

it('measures nobody who does not want it', () => {
  expect(isRefused({ doNotTrack: '1' })).toBe(true);
  expect(isRefused({ globalPrivacyControl: true })).toBe(true);
  expect(isRefused({ doNotTrack: null })).toBe(false);
});

it('is off where the page says nothing', () => {
  expect(readAnalytics(undefined)).toBeNull();
  expect(readAnalytics('https://visits.example/ 42')).toEqual(analytics);
});
