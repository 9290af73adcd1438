import portal from '../../content/portal.json' with { type: 'json' };
import { block, expect, signIn, test } from '../fixtures.ts';
import { area, expectNoFalseNothing, faultKinds, patience, sentence } from './sources.ts';

// Faults of Giulia's notices, one after the other.
test.describe.configure({ mode: 'default' });

const { name } = portal.sources.notices;

for (const fault of faultKinds) {
  test(`notices ${fault}: the source is named, the rest is whole, nothing is called nothing`, async ({ page, control }) => {
    await control.set('Giulia', 'notify', fault);
    await signIn(page, 'Giulia');

    // What the other sources know is there before the failed one is given up.
    await expect(page.getByRole('link', { name: 'TARI, seconda rata' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: area('health.open') })).toBeVisible();
    await expect(block(page, area('suggestions.title')).getByRole('listitem').first()).toBeVisible();

    const notices = block(page, area('notices.loading'));
    await expect(notices).toContainText(sentence(fault, name), { timeout: patience });
    await expect(notices).toContainText(area('source.notNothing'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(area('overview.todoSoFar', { count: 4 }));
    await expectNoFalseNothing(page, area('notices.empty'), area('notices.allRead'), area('overview.todoNone'));
    await expect(page.locator('.panel-trouble')).toHaveCount(2);

    await control.clear('Giulia', 'notify');
    await notices.getByRole('button', { name: area('source.retryName', { name }) }).click();
    await expect(notices).toHaveCount(0);
    await expect(page.locator('#notices-heading')).toBeFocused();
    await expect(page.getByRole('link', { name: 'Esenzione in scadenza' }).first()).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(area('overview.todo', { count: 6 }));
    await expect(page.locator('.panel-trouble')).toHaveCount(0);
  });
}
