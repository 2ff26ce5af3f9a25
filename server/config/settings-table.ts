import { z } from 'zod';
import { type NamedSetting, settings } from './settings.ts';

const begin = '<!-- Made by "npm run docs" from server/config/groups: edit there. -->';
const end = '<!-- End of what is made. -->';

/**
 * The page with its table as the settings have it.
 * @throws Error where the page does not say where the table stands
 */
export function withSettingsTable(page: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The page has no table between ${begin} and ${end}`);
  return `${page.slice(0, from)}${begin}\n\n${settingsTable()}\n\n${page.slice(to)}`;
}

function settingsTable(): string {
  const rows = settings.map((setting) => [
    `\`${setting.name}\`${setting.isSecret ? ' or `…_FILE`' : ''}`,
    `\`${setting.path}\`${setting.isSecret ? ' or `…File`' : ''}`,
    setting.defaultWords ?? defaultOf(setting),
    setting.about,
  ]);
  const header = ['variable', 'key in the file', 'default', 'meaning'];
  return [header, header.map(() => '---'), ...rows].map(rowOf).join('\n');
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`.replaceAll(/ --- /g, '---');
}

/** As somebody would write it: the schema's default, before it is read where it is read at all. */
function defaultOf({ schema }: NamedSetting): string {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return `\`${String(schema.def.defaultValue)}\``;
  return 'none';
}
