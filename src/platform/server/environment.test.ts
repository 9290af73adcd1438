import { describe, expect, it } from 'vitest';
import { demoEnvironment } from '../../../mocks/credentials.ts';
import { parseEnvironment } from './environment.ts';

const complete = demoEnvironment({ demoOrigin: 'http://localhost:4322', portalOrigin: 'http://localhost:4321' });

/** The sentences after the first, which says that something is wrong. */
function sentencesFor(variables: Record<string, string | undefined>): string[] {
  try {
    parseEnvironment(variables);
    return [];
  } catch (error) {
    const [, ...sentences] = error instanceof Error ? error.message.split(/(?<=\.) /) : [];
    return sentences;
  }
}

it('takes the environment of the demo, with a time limit and a store of its own', () => {
  expect(parseEnvironment(complete)).toEqual({ ...complete, STORE_FILE: '.data/portal.sqlite', UPSTREAM_TIMEOUT_MS: 15_000 });
});

it.each(Object.keys(complete))('says that %s is not set, when it is not', (name) => {
  expect(sentencesFor({ ...complete, [name]: undefined })).toEqual([`${name} is not set.`]);
});

it('has one sentence for every value that is missing', () => {
  expect(sentencesFor({})).toEqual(Object.keys(complete).map((name) => `${name} is not set.`));
});

describe('a value that is wrong', () => {
  const atLeast16 = 'must have at least 16 characters';
  const limits = 'must be a whole number from 100 to 60000';
  const httpAddress = 'must be an http(s) address';
  const safeAddress = 'must be an https address, or http on this machine';

  it.each([
    ['PORTAL_ORIGIN', 'wrongvalue', httpAddress],
    ['PORTAL_ORIGIN', 'http://wrongvalue.example', safeAddress],
    ['PORTAL_ORIGIN', 'http://localhost.wrongvalue.example', safeAddress],
    ['PORTAL_ORIGIN', 'http://localhost@wrongvalue.example', safeAddress],
    ['ID_SECRET', 'wrongvalue', atLeast16],
    ['OIDC_CLIENT_SECRET', 'wrongvalue', atLeast16],
    ['OIDC_CLIENT_ID', '', 'must not be empty'],
    ['NOTIFY_TOKEN', '', 'must not be empty'],
    ['NOTIFY_URL', 'ftp://wrongvalue', httpAddress],
    ['HEALTH_URL', '/wrongvalue', httpAddress],
    ['STORE_FILE', '', 'must not be empty'],
    ['UPSTREAM_TIMEOUT_MS', 'wrongvalue', limits],
    ['UPSTREAM_TIMEOUT_MS', '99', limits],
    ['UPSTREAM_TIMEOUT_MS', '60001', limits],
    ['UPSTREAM_TIMEOUT_MS', '250.5', limits],
    ['UPSTREAM_TIMEOUT_MS', '', limits],
  ])('%s=%s is one sentence, and is not repeated', (name, value, why) => {
    const sentences = sentencesFor({ ...complete, [name]: value });
    expect(sentences).toEqual([`${name}: ${why}.`]);
    expect(sentences.join()).not.toContain('wrongvalue');
  });
});

it.each([
  ['https://portale.example.it/some/path?x', 'https://portale.example.it'],
  ['http://127.0.0.1:4321', 'http://127.0.0.1:4321'],
  ['HTTPS://Portale.Example.it', 'https://portale.example.it'],
])('the origin of %s is %s', (address, origin) => {
  expect(parseEnvironment({ ...complete, PORTAL_ORIGIN: address }).PORTAL_ORIGIN).toBe(origin);
});

it('takes the place of the store', () => {
  expect(parseEnvironment({ ...complete, STORE_FILE: '/var/lib/portal/store.sqlite' }).STORE_FILE).toBe('/var/lib/portal/store.sqlite');
});

it('takes a time limit in milliseconds', () => {
  expect(parseEnvironment({ ...complete, UPSTREAM_TIMEOUT_MS: '250' }).UPSTREAM_TIMEOUT_MS).toBe(250);
});
