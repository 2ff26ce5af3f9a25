/** A part of the graph as it stands in the address: `edge:workload:…|…|http`. */
export function partId({ subject, id }: { subject: 'node' | 'edge'; id: string }): string {
  return `${subject}:${id}`;
}

/** Undefined for a text that names no part. */
export function parsePartId(text: string): { subject: 'node' | 'edge'; id: string } | undefined {
  const subject = (['node', 'edge'] as const).find((one) => text.startsWith(`${one}:`));
  return subject === undefined ? undefined : { subject, id: text.slice(subject.length + 1) };
}
