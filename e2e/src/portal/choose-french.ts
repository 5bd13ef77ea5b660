import { Page } from 'playwright-core';

/** Chooses French in the settings, as a person does. */
export async function chooseFrench(tab: Page): Promise<void> {
  await tab.goto('/settings');
  await tab
    .locator('.MuiSelect-root, [role=combobox], button')
    .filter({ hasText: 'English' })
    .first()
    .click();
  await tab.getByRole('option', { name: /^fran/i }).click();
  await tab.getByRole('link', { name: 'Paramètres' }).waitFor();
}
