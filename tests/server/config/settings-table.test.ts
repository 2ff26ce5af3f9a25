import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settings } from '#server/config/settings.ts';
import { withSettingsTable } from '#server/config/settings-table.ts';

const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'configuration.md'), 'utf8');

test('docs/configuration.md has the settings as they are; else run "npm run docs"', () => {
  expect(page).toBe(withSettingsTable(page));
  expect(settings.filter(({ name }) => !page.includes(`| \`${name}\``))).toEqual([]);
});

test('a page without a place for the table is refused', () => {
  expect(() => withSettingsTable('# Configuration')).toThrow(/no table/);
});
