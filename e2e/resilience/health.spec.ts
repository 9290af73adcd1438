import portal from '../../content/portal.json' with { type: 'json' };
import { areaRead, block, expect, signIn, test } from '../fixtures.ts';
import { area, expectNoFalseNothing, faultKinds, patience, sentence } from './sources.ts';

// Faults of Piero's health record, one after the other.
test.describe.configure({ mode: 'default' });

const { name, url } = portal.sources.health;

for (const fault of faultKinds) {
  test(`health ${fault}: the source is named, its own site is a way on, the rest is whole`, async ({ page, control }) => {
    await control.set('Piero', 'health', fault);
    await signIn(page, 'Piero');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(area('overview.todo', { count: 2 }));
    const health = block(page, area('health.loading'));
    await expect(health).toContainText(sentence(fault, name), { timeout: patience });
    await expect(health.getByRole('link', { name: area('health.otherWayLink') })).toHaveAttribute('href', url);
    await areaRead(page);
    await expectNoFalseNothing(page, area('health.open'), area('health.closed'), area('health.closedText'));

    await control.clear('Piero', 'health');
    await health.getByRole('button', { name: area('source.retryName', { name }) }).click();
    await expect(block(page, area('health.closed'))).toContainText(area('health.consent'));
  });
}
