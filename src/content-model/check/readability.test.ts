import { expect, it } from 'vitest';
import { gulpease, readabilityFindings, sentencesOf } from './readability.ts';

it('takes sentences apart, but not at abbreviations, numbers and initials', () => {
  expect(
    sentencesOf(
      'Vedi l’art. 3 del D.P.R. 39/1953. Costa 1.000,50 euro! Chiama il dott. Rossi (tel. 011 1). Poi aspetta…',
    ),
  ).toEqual([
    'Vedi l’art. 3 del D.P.R. 39/1953.',
    'Costa 1.000,50 euro!',
    'Chiama il dott. Rossi (tel. 011 1).',
    'Poi aspetta…',
  ]);
  expect(sentencesOf('Una voce di elenco senza punto')).toHaveLength(1);
  expect(sentencesOf('12 345.')).toEqual([]);
});

it('follows the formula of the Gulpease index', () => {
  // 50 words of 4 letters in 5 sentences: 89 + (300 * 5 - 10 * 200) / 50.
  const sentence = `${Array.from({ length: 10 }, () => 'casa').join(' ')}.`;
  expect(gulpease(Array.from({ length: 5 }, () => sentence))).toBe(79);
});

it('says nothing of texts too short to tell', () => {
  expect(gulpease(['Amministrazioni territorialmente competenti.'])).toBeNull();
});

const place = { file: 'content/pages/it/a.md', line: 9 };

it('names the hardest sentences of a hard text', () => {
  const hard =
    'Le amministrazioni territorialmente competenti provvedono all’espletamento delle procedure amministrative conseguenti.';
  const passages = [hard, hard, hard, 'Chiama lo sportello quando vuoi, noi ti aiutiamo sempre volentieri.'].map(
    (text, index) => ({ text, place: { ...place, line: 9 + index } }),
  );
  expect(readabilityFindings(passages)).toEqual([
    {
      file: place.file,
      line: 9,
      severity: 'warning',
      sentence: expect.stringMatching(
        /^testo difficile: indice Gulpease \d+, deve essere almeno 60\. Comincia da qui: «Le amministrazioni .* …» \(riga 9\); «.*» \(riga 10\)\.$/,
      ) as string,
    },
  ]);
});

it('asks to divide a sentence of more than 35 words', () => {
  const words = (count: number) => [{ text: `${Array.from({ length: count }, () => 'tu').join(' ')}.`, place }];
  expect(readabilityFindings(words(35))).toEqual([]);
  expect(readabilityFindings(words(36))).toEqual([
    expect.objectContaining({ sentence: expect.stringContaining('frase di 36 parole') as string }),
  ]);
});
