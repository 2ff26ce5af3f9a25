import type { z } from 'zod';
import { applicationDetailSchema, serviceDetailSchema, workloadDetailSchema } from '#lib/contract/details.ts';
import type { TargetKind } from '#lib/target.ts';

const workload = workloadDetailSchema.transform((detail) => ({ kind: 'workload' as const, detail }));
const service = serviceDetailSchema.transform((detail) => ({ kind: 'service' as const, detail }));
const application = applicationDetailSchema.transform((detail) => ({
  kind: 'application' as const,
  detail,
}));

/** What is known of a target, with its kind, by which its details can be told apart. */
export type Subject = z.output<typeof workload | typeof service | typeof application>;

export const subjectSchemas: Record<TargetKind, z.ZodType<Subject>> = { workload, service, application };

/** `Deployment`, `ClusterIP`, `Application` */
export function subjectKindWord(subject: Subject): string {
  if (subject.kind === 'workload') return subject.detail.kind;
  return subject.kind === 'service' ? subject.detail.type : 'Application';
}
