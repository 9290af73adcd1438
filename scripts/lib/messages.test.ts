import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { missingMessages } from './messages.mjs';

const folder = mkdtempSync(join(tmpdir(), 'messages-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('names file and key of a message that a language lacks, whatever plurals it has', () => {
  for (const [language, messages] of Object.entries({
    it: { list: { title: 'Servizi', found_one: 'uno', found_many: 'molti', found_other: 'altri' }, more: 'Altri' },
    en: { list: { found_one: 'one', found_other: 'others' }, more: 'More' },
  })) {
    mkdirSync(join(folder, language), { recursive: true });
    writeFileSync(join(folder, language, 'site.json'), JSON.stringify(messages));
  }
  expect(missingMessages(['it', 'en', 'fr'], folder)).toEqual([
    'src/i18n/messages/en/site.json: the message "list.title" is missing.',
    'src/i18n/messages/fr/site.json: the message "list.title" is missing.',
    'src/i18n/messages/fr/site.json: the message "list.found" is missing.',
    'src/i18n/messages/fr/site.json: the message "more" is missing.',
  ]);
});
