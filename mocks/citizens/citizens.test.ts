import { describe, expect, it } from 'vitest';
import portal from '../../content/portal.json' with { type: 'json' };
import { daysBetween } from '../../src/domain/day.ts';
import { isPersonFiscalCode } from '../../src/domain/fiscal-code.ts';
import { paymentStates } from '../systems/piemontepay-contract.ts';
import { addDays } from './dates.ts';
import { iuvCheckDigits } from './identifiers.ts';
import { demoCitizens, type DemoCitizen } from './index.ts';

const today = '2026-11-23';
const citizens = demoCitizens(today);

function byId(id: string, all: readonly DemoCitizen[] = citizens): DemoCitizen {
  const found = all.find((citizen) => citizen.id === id);
  if (found === undefined) throw new Error(`There is no ${id}`);
  return found;
}

const positionsOf = (citizen: DemoCitizen) => Object.values(citizen.debtPositions).flat();

describe('who the demo citizens are', () => {
  it.each(citizens)('$id has a fiscal code that agrees with the day of birth, or none', (citizen) => {
    expect(citizen.birthDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    if (citizen.fiscalCode === null) return;
    expect(isPersonFiscalCode(citizen.fiscalCode)).toBe(true);
    const [, month = 0, day = 0] = citizen.birthDate.split('-').map(Number);
    expect(citizen.fiscalCode.slice(6, 8)).toBe(citizen.birthDate.slice(2, 4));
    expect(citizen.fiscalCode.charAt(8)).toBe('ABCDEHLMPRST'.charAt(month - 1));
    expect([day, day + 40]).toContain(Number(citizen.fiscalCode.slice(9, 11)));
  });

  it.each(citizens)('$id tells the identity provider the configured claims', (citizen) => {
    const names = portal.identity.claims;
    expect(citizen.claims[names.givenName]).toBe(citizen.givenName);
    expect(citizen.claims[names.familyName]).toBe(citizen.familyName);
    expect(citizen.claims[names.dateOfBirth]).toBe(citizen.birthDate);
    expect(citizen.claims[names.fiscalNumber]).toBe(
      citizen.fiscalCode === null ? undefined : `TINIT-${citizen.fiscalCode}`,
    );
    expect(citizen.claims.sub).not.toContain(citizen.fiscalCode ?? citizen.id);
    expect(portal.identity.providers.map((provider) => provider.id)).toContain(citizen.wayIn);
    expect(portal.languages.map((language) => language.code)).toContain(citizen.preferredLanguage);
  });

  it('has the scenarios that the demo promises', () => {
    const giulia = byId('giulia-ferraris');
    expect(giulia.messages.filter((message) => message.read_at === null)).toHaveLength(5);
    expect(Object.keys(giulia.debtPositions)).toHaveLength(4);
    const luca = byId('luca-barbero');
    expect([luca.messages, positionsOf(luca)]).toEqual([[], []]);
    expect(byId('nour-el-amrani')).toMatchObject({ fiscalCode: null, preferredLanguage: 'ar', wayIn: 'eidas' });
    expect(byId('elena-russo').level).toBe(1);
    expect(byId('piero-giordano').health).toEqual({ recordStatus: 'not-open', consentNeeded: true });
    expect(byId('fabio-marino').messages).toHaveLength(300);
    expect(positionsOf(byId('fabio-marino'))).toHaveLength(40);
  });

  it('gives nobody the identifier of another thing', () => {
    const ids = citizens.flatMap((citizen) => [citizen.claims.sub, ...citizen.messages.map((message) => message.id)]);
    const notices = citizens.flatMap(positionsOf).map((position) => position.codiceAvviso);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(notices).size).toBe(notices.length);
  });

  it('refuses a day that does not exist', () => {
    expect(() => demoCitizens('2026-02-30')).toThrow(RangeError);
  });
});

describe('debt positions', () => {
  it.each(citizens.flatMap(positionsOf))('$codiceAvviso adds up and has good check digits', (position) => {
    expect(position.codiceAvviso).toMatch(/^3\d{17}$/);
    expect(position.codiceAvviso).toBe(`3${position.iuv}`);
    expect(iuvCheckDigits(position.codiceAvviso.slice(0, 16))).toBe(position.codiceAvviso.slice(16));
    const cents = (euro: number) => Math.round(euro * 100);
    const sum = (position.componentiPagamento ?? []).reduce((total, part) => total + cents(part.importo), 0);
    expect(sum).toBe(cents(position.importo));
    const paid = position.codiceStatoPagamento === paymentStates.paid.code;
    expect(position.dataEsitoPagamento !== undefined).toBe(paid);
  });
});

describe.each(['2024-02-29', '2026-03-29', '2026-12-31', '2031-07-01'])('on %s', (day) => {
  const then = demoCitizens(day);

  it('all dates have moved with the day', () => {
    const distances = (all: readonly DemoCitizen[], from: string) =>
      all.flatMap((citizen) => [
        ...citizen.messages.map((message) => daysBetween(from, message.timestamp.slice(0, 10))),
        ...positionsOf(citizen).map((position) => daysBetween(from, position.dataScadenza?.slice(0, 10) ?? from)),
      ]);
    expect(distances(then, day)).toEqual(distances(citizens, today));
  });

  it('nothing was sent or read after today', () => {
    for (const { messages } of then) {
      for (const { timestamp, read_at } of messages) {
        expect(timestamp.slice(0, 10) <= day).toBe(true);
        if (read_at !== null) expect(read_at > timestamp && read_at.slice(0, 10) <= day).toBe(true);
      }
    }
  });

  it('what is overdue is overdue, what is due soon is due soon', () => {
    const mensa = byId('giulia-ferraris', then).debtPositions['c_a859']?.[0];
    expect(mensa).toMatchObject({ importo: 86, dataScadenza: `${addDays(day, -1)}T00:00:00` });
    const tari = byId('piero-giordano', then).debtPositions['c_d205']?.[0];
    expect(tari?.dataScadenza).toBe(`${addDays(day, -40)}T00:00:00`);
    expect(byId('piero-giordano', then).messages[0]?.io?.content.due_date).toBe(`${addDays(day, -12)}T21:59:00`);
  });
});
