import { readFileSync, writeFileSync } from 'node:fs';
import { withSettingsTable } from './settings-table.ts';

const page = 'docs/configuration.md';

writeFileSync(page, withSettingsTable(readFileSync(page, 'utf8')));
console.log(`${page} is written.`);
