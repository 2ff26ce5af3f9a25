import { z } from 'zod';

const advisorySchema = z.object({
  name: z.string(),
  url: z.string(),
  title: z.string(),
  severity: z.string(),
  range: z.string(),
});
type Advisory = z.infer<typeof advisorySchema>;

/** What matters of `npm audit --json` (version 2); a package names its own advisories, and by name who else is concerned. */
export const auditReportSchema = z.object({
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), advisorySchema])) })),
});

/** Advisories that are tolerated: why, and until which day. */
export const acceptedSchema = z.array(
  z.strictObject({ id: z.string(), reason: z.string().min(10), until: z.iso.date() }),
);

/** Findings of these fail the check; others are told. */
const failing: ReadonlySet<string> = new Set(['high', 'critical']);

/** Whether a report has nothing that must be mended, and a line for each thing that it says. */
export function judgeAdvisories(
  report: z.infer<typeof auditReportSchema>,
  accepted: z.infer<typeof acceptedSchema>,
  today: string,
): { isOk: boolean; lines: string[] } {
  const advisories = advisoriesIn(report);
  const judged = advisories.map((advisory) => {
    const { id, name, severity, title, range } = advisory;
    const what = `${severity}: ${name} ${range}: ${title} (${id})`;
    const exception = accepted.find((one) => one.id === id);
    if (exception !== undefined && exception.until >= today)
      return { isOk: true, line: `accepted until ${exception.until}, ${what}: ${exception.reason}` };
    const line = exception === undefined ? what : `accepted only until ${exception.until}, ${what}`;
    return { isOk: !failing.has(severity), line };
  });
  const needless = accepted.filter(({ id }) => !advisories.some((advisory) => advisory.id === id));
  return {
    isOk: judged.every(({ isOk }) => isOk),
    lines: [
      ...judged.map(({ line }) => line),
      ...needless.map(({ id }) => `${id} is accepted and not found any more`),
    ],
  };
}

function advisoriesIn({ vulnerabilities }: z.infer<typeof auditReportSchema>): (Advisory & { id: string })[] {
  return Object.values(vulnerabilities).flatMap(({ via }) =>
    via.flatMap((one) =>
      typeof one === 'string' ? [] : [{ ...one, id: one.url.slice(one.url.lastIndexOf('/') + 1) }],
    ),
  );
}
