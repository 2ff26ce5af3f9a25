import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const caseSchema = z.object({
  name: z.string(),
  command: z.string(),
  input: z.union([z.string(), z.looseObject({})]).optional(),
  expected: z.string().optional(),
  compare: z.string().optional(),
  domains: z.array(z.string()).optional(),
  text: z.string().optional(),
});
const casesSchema = z.object({ cases: z.array(caseSchema) });

export type Case = Omit<z.output<typeof caseSchema>, 'input'> & { input: string | undefined };

/** The cases of `istioctl proxy-config` on one Envoy's dump. */
export function readCases(folder: string): Case[] {
  const { cases } = casesSchema.parse(JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')));
  return cases
    .filter(({ command }) => command.startsWith('proxy-config'))
    .map((one) => ({ ...one, input: typeof one.input === 'string' ? one.input : undefined }));
}
