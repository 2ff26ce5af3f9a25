import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { messageOf, ViglaError } from '#server/errors.ts';
import type { PodSubject } from './pod-subject.ts';

const texts = z
  .record(z.string(), z.coerce.string())
  .nullish()
  .transform((map) => map ?? {});
const templateSchema = z.looseObject({
  metadata: z.looseObject({ labels: texts, annotations: texts }).prefault({}),
  spec: z.looseObject({ hostNetwork: z.boolean().nullish() }),
});
const documentSchema = z.looseObject({
  kind: z.string(),
  metadata: z.looseObject({
    name: z.string().optional(),
    generateName: z.string().optional(),
    namespace: z.string().optional(),
    labels: texts,
    annotations: texts,
  }),
  spec: z.unknown(),
});
const withTemplate = z.looseObject({ template: templateSchema });
const withJobTemplate = z.looseObject({
  jobTemplate: z.looseObject({ spec: z.looseObject({ template: templateSchema }) }),
});

export type ManifestSubject = { kind: string; name: string; subject: PodSubject };

/**
 * The pods that a manifest would make: of Pods and of everything with a pod template, in one YAML stream. Documents of
 * other kinds are left out.
 * @throws ViglaError `bad_parameter` for text that is no YAML, or in which nothing makes pods
 */
export function manifestSubjects(manifest: string, namespace: string): ManifestSubject[] {
  const subjects = documentsOf(manifest).flatMap((document) => {
    const parsed = documentSchema.safeParse(document);
    return parsed.success ? subjectOf(parsed.data, namespace) : [];
  });
  if (subjects.length === 0)
    throw bad('nothing in it is a Pod or has a pod template (Deployment, StatefulSet, Job, CronJob …)');
  return subjects;
}

function documentsOf(manifest: string): unknown[] {
  const documents = parseAllDocuments(manifest);
  return [...documents].flatMap((document) => {
    const [error] = document.errors;
    if (error !== undefined) throw bad(error.message);
    const value = followed(document);
    const list = z.looseObject({ kind: z.string(), items: z.array(z.unknown()) }).safeParse(value);
    return list.success ? list.data.items : [value];
  });
}

/** Aliases are followed here: one may lead nowhere, and a few of them may stand for millions of values. */
function followed(document: { toJS(options: { maxAliasCount: number }): unknown }): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    throw bad(messageOf(error));
  }
}

type Document = z.output<typeof documentSchema>;

function subjectOf({ kind, metadata, spec }: Document, fallback: string): ManifestSubject[] {
  const namespace = metadata.namespace ?? fallback;
  const name = metadata.name ?? metadata.generateName ?? '(no name)';
  const template = templateOf(kind, metadata, spec);
  if (template === undefined) return [];
  return [
    {
      kind,
      name,
      subject: {
        title: `${kind} ${namespace}/${name}`,
        namespace,
        labels: template.metadata.labels,
        annotations: template.metadata.annotations,
        hostNetwork: template.spec.hostNetwork === true,
      },
    },
  ];
}

function templateOf(kind: string, metadata: Document['metadata'], spec: unknown) {
  if (kind === 'Pod') {
    const pod = templateSchema.safeParse({ metadata, spec });
    return pod.success ? pod.data : undefined;
  }
  const direct = withTemplate.safeParse(spec);
  if (direct.success) return direct.data.template;
  const job = withJobTemplate.safeParse(spec);
  return job.success ? job.data.jobTemplate.spec.template : undefined;
}

function bad(reason: string): ViglaError {
  return new ViglaError('bad_parameter', `The manifest cannot be judged: ${reason}.`, {
    parameter: 'manifest',
  });
}
