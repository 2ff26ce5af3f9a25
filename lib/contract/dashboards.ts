import { z } from 'zod';
import { dashboardKinds } from '#lib/grafana-dashboards.ts';
import { atParameter, clusterParameter, namePart, namespacePart, rangeParameter } from './parameters.ts';

/** What a page can be about; `mesh` and `controlPlane` need no name, which of the latter is its revision. */
export const dashboardSubjects = [
  'workload',
  'service',
  'application',
  'proxy',
  'mesh',
  'controlPlane',
] as const;
export type DashboardSubject = (typeof dashboardSubjects)[number];

const withoutName: readonly DashboardSubject[] = ['mesh', 'controlPlane'];

export const dashboardsQuery = z
  .strictObject({
    of: z.enum(dashboardSubjects),
    namespace: namespacePart.optional(),
    name: namePart.optional(),
    cluster: clusterParameter,
    range: rangeParameter,
    at: atParameter,
  })
  .superRefine((query, context) => {
    for (const field of ['namespace', 'name'] as const)
      if (query[field] === undefined && !withoutName.includes(query.of))
        context.addIssue({ code: 'custom', path: [field], message: `says which ${query.of} is meant` });
  });
export type DashboardsQuery = z.output<typeof dashboardsQuery>;

export const dashboardLinkSchema = z.strictObject({
  kind: z.enum(dashboardKinds),
  /** As Grafana calls it; absent for somebody who may not see the whole mesh, since a title may name anything. */
  title: z.string().optional(),
  /** In Grafana's own screen, with the object and the time range filled in. */
  url: z.url({ protocol: /^https?$/ }),
});
export type DashboardLink = z.infer<typeof dashboardLinkSchema>;

/** Empty where no Grafana is in use, or where people reach it is not known: the source status says which. */
export const dashboardsSchema = z.strictObject({ links: z.array(dashboardLinkSchema) });
export type Dashboards = z.infer<typeof dashboardsSchema>;
