import portal from '../../content/portal.json' with { type: 'json' };
import { formatMoney } from '../../src/i18n/format.ts';
import { areaRead, block, expect, signIn, test } from '../fixtures.ts';
import { area, expectNoFalseNothing, faultKinds, patience, sentence } from './sources.ts';

// Faults of Fabio's payments, one after the other.
test.describe.configure({ mode: 'default' });

const enti = portal.enti.filter(({ ipa }) => portal.sources.payments.enti.includes(ipa));
const nothing = [area('payments.empty'), area('payments.nothingDue'), area('payments.toPayNone'), area('overview.todoNone')];

for (const fault of faultKinds) {
  test(`payments ${fault} at one ente: it is named, and what the others ask is there`, async ({ page, control }) => {
    await control.set('Fabio', 'piemontepay/c_l219', fault);
    await signIn(page, 'Fabio', '/area/pagamenti/');
    await expect(page.getByRole('link', { name: 'Tassa automobilistica, targa PQ012RS (12)' })).toBeVisible();
    await expect(page.getByRole('main').getByText(sentence(fault, 'Comune di Torino'))).toBeVisible({ timeout: patience });
    await areaRead(page);
    const due = formatMoney(18043 + 18053 + 1575 + 1585, 'it');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(area('payments.dueTotalSoFar', { amount: due }));
    await expectNoFalseNothing(page, ...nothing);

    await control.clear('Fabio', 'piemontepay/c_l219');
    await page.getByRole('button', { name: area('source.retryName', { name: 'Comune di Torino' }) }).click();
    const whole = formatMoney(18043 + 18053 + 1575 + 1585 + 2750 + 2760, 'it');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(area('payments.dueTotal', { amount: whole }));
  });

  test(`payments ${fault} at every ente: each is named, the notices are there`, async ({ page, control }) => {
    await control.set('Fabio', 'piemontepay', fault);
    await signIn(page, 'Fabio');
    await expect(page.getByRole('link', { name: area('notices.more', { count: 300 }) })).toBeVisible();
    const payments = block(page, area('payments.loading'));
    for (const { name } of enti) await expect(payments).toContainText(sentence(fault, name), { timeout: patience });
    await areaRead(page);
    await expect(payments).toContainText(area('source.notNothing'));
    const otherWay = payments.getByRole('link', { name: area('payments.otherWay') });
    await expect(otherWay).toHaveAttribute('href', portal.sources.payments.payUrl);
    await expect(page.getByRole('heading', { level: 2, name: area('health.open') })).toBeVisible();
    await expectNoFalseNothing(page, ...nothing);
  });
}
