import { z } from 'zod';
import { ViglaError } from '#server/errors.ts';

const healthSchema = z.looseObject({ database: z.string(), version: z.string().optional() });

/** A dashboard that a search found. */
export type Hit = { uid: string; title: string; orgId?: number | undefined };

// Grafana's own rule for uids; anything else could lead elsewhere when it stands in a path.
const uid = z.string().regex(/^[\w-]{1,64}$/);
const hitSchema = z.looseObject({
  uid,
  title: z.string().min(1).max(500),
  orgId: z.int().positive().optional(),
});

const variableSchema = z.looseObject({ name: z.string().min(1).max(200), type: z.string().optional() });
const dashboardSchema = z.looseObject({
  dashboard: z.looseObject({
    uid,
    title: z.string().min(1).max(500),
    templating: z.looseObject({ list: z.array(z.unknown()) }).optional(),
  }),
});

/** @throws ViglaError `source_failed` for what is no Grafana */
export function readHealth(answer: unknown): { version: string | undefined } {
  const { data } = healthSchema.safeParse(answer);
  if (data !== undefined) return { version: data.version };
  throw unlike('/api/health');
}

/** Hits that have not the shape of one are left out. @throws ViglaError `source_failed` for what is no list */
export function readHits(answer: unknown): Hit[] {
  const { data } = z.array(z.unknown()).safeParse(answer);
  if (data === undefined) throw unlike('/api/search');
  return data.flatMap((each) => hitSchema.safeParse(each).data ?? []);
}

/**
 * A dashboard with the names of its variables. A choice of data sources is none of them: which store it shows is the
 * reader's own.
 * @throws ViglaError `source_failed` for another shape, as dashboards of the newest kind have
 */
export function readDashboard(answer: unknown): Hit & { variables: string[] } {
  const { data } = dashboardSchema.safeParse(answer);
  if (data === undefined) throw unlike('/api/dashboards/uid');
  const { templating, title, uid: own } = data.dashboard;
  const variables = (templating?.list ?? [])
    .flatMap((each) => variableSchema.safeParse(each).data ?? [])
    .filter(({ type }) => type !== 'datasource')
    .map(({ name }) => name);
  return { uid: own, title, variables };
}

function unlike(path: string): ViglaError {
  return new ViglaError('source_failed', `The answer to ${path} is not as Grafana gives it.`, {
    fault: 'notThis',
  });
}
