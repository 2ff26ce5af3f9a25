/** A table as istioctl prints it: the columns of its head, and the cells of each row. */
export type Table = { columns: string[]; rows: string[][] };

/** Every table in an output, in its order; a table ends at an empty line or at a heading between dashes. */
export function readTables(text: string): Table[] {
  const tables: Table[] = [];
  let head: { name: string; from: number }[] | undefined;
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('---')) {
      head = undefined;
      continue;
    }
    if (head === undefined && heads.some((pattern) => pattern.test(line))) {
      head = columnsOf(line);
      tables.push({ columns: head.map(({ name }) => name), rows: [] });
    } else if (head !== undefined) tables.at(-1)?.rows.push(cellsOf(line, head));
  }
  return tables;
}

/** What the first column of a table is called. */
const heads = [
  /^NAME\s/,
  /^SERVICE FQDN\s/,
  /^ADDRESSES\s/,
  /^ENDPOINT\s/,
  /^RESOURCE NAME\s/,
  /^ECDS NAME\s/,
];

/** Two names are at least one space apart; words of one name are exactly one space apart. */
const columnNames =
  /SERVICE FQDN|DESTINATION RULE|VHOST NAME|VIRTUAL SERVICE|OUTLIER CHECK|RESOURCE NAME|VALID CERT|SERIAL NUMBER|NOT AFTER|NOT BEFORE|TRUST DOMAIN|ECDS NAME|[A-Z]+/g;

function columnsOf(line: string): { name: string; from: number }[] {
  return [...line.matchAll(columnNames)].map(({ 0: name, index }) => ({ name, from: index }));
}

function cellsOf(line: string, head: readonly { from: number }[]): string[] {
  return head.map(({ from }, index) => line.slice(from, head[index + 1]?.from).trim());
}
