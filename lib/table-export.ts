type ExportedTable = {
  columns: readonly string[];
  rows: readonly (readonly (string | number | boolean | undefined)[])[];
};

/**
 * The table as CSV after RFC 4180, with a head line. A text that a spreadsheet would run as a formula gets an
 * apostrophe in front.
 */
export function tableToCsv({ columns, rows }: ExportedTable): string {
  return [columns, ...rows]
    .map((row) => row.map(csvField).join(','))
    .join('\r\n')
    .concat('\r\n');
}

function csvField(value: string | number | boolean | undefined): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The table as a JSON array of objects by column; what is not known is absent. */
export function tableToJson({ columns, rows }: ExportedTable): string {
  const objects = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
  return `${JSON.stringify(objects, null, 2)}\n`;
}
