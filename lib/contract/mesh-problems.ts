import { z } from 'zod';
import { objectReferenceSchema } from './evidence.ts';

export const meshProblemsQuery = z.strictObject({});
export type MeshProblemsQuery = z.output<typeof meshProblemsQuery>;

/** istiod's last full push, a proxy that refused what it was sent, or istiod's own counters. */
export const problemGroups = ['push', 'proxy', 'istiod'] as const;
export type ProblemGroup = (typeof problemGroups)[number];

export const problemSeverities = ['failing', 'degraded', 'info'] as const;
export type ProblemSeverity = (typeof problemSeverities)[number];

export const meshProblemSchema = z.strictObject({
  id: z.string(),
  group: z.enum(problemGroups),
  /** Istio's name: of a metric, or of the type of configuration that was refused. */
  metric: z.string(),
  title: z.string(),
  severity: z.enum(problemSeverities),
  sentence: z.string(),
  fix: z.string().optional(),
  objects: z.array(objectReferenceSchema),
  proxies: z.array(z.strictObject({ namespace: z.string(), pod: z.string() })),
  /** As istiod wrote it. */
  raw: z.string(),
  replicas: z.array(z.string()),
});
export type MeshProblem = z.infer<typeof meshProblemSchema>;

export const meshProblemsSchema = z.strictObject({
  problems: z.array(meshProblemSchema),
  /** What the list can and cannot show. */
  notes: z.array(z.string()),
});
export type MeshProblems = z.infer<typeof meshProblemsSchema>;
