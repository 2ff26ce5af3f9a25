import type { z } from 'zod';
import { applicationsSchema, servicesSchema, workloadsSchema } from '#lib/contract/inventory.ts';
import type { Item } from '#lib/item-status.ts';
import type { TargetKind } from '#lib/target.ts';

export type ThingKind = {
  kind: TargetKind;
  title: string;
  /** Of the list's page; below `/api`, its route. */
  path: string;
  schema: z.ZodType<{ items: Item[] }>;
};

/** The lists whose worst entries the overview shows. */
export const thingKinds: readonly ThingKind[] = [
  { kind: 'workload', title: 'Workloads', path: '/workloads', schema: workloadsSchema },
  { kind: 'service', title: 'Services', path: '/services', schema: servicesSchema },
  { kind: 'application', title: 'Applications', path: '/applications', schema: applicationsSchema },
];
