import { type IstiodAnswer, istiodEndpoints } from '#lib/proxy/istiod-endpoints.ts';
import type { MissingPart } from '#lib/snapshot/manifest.ts';
import type { LineOf } from '#lib/snapshot/parts.ts';
import type { IstiodSource } from '#server/sources/interface.ts';
import { allowedIstiod } from '#server/sources/observed/allowed-question.ts';
import { snapshotStatus } from './snapshot-status.ts';

const encoder = new TextEncoder();

/** istiod's answers as they were; what nobody asked when the snapshot was made fails as such. */
export function snapshotIstiod(
  lines: readonly LineOf<'istiod'>[],
  missing: readonly MissingPart[],
): IstiodSource {
  const byQuestion = new Map(lines.map((line) => [keyOf(line.endpoint, line.proxyId), line.answers]));
  const replicas = [...new Set(lines.flatMap(({ answers }) => answers.map(({ replica }) => replica)))];
  return {
    ask: async (question) => {
      allowedIstiod(question);
      const { endpoint, parameters } = question;
      const proxyId = istiodEndpoints[endpoint].isPerProxy ? parameters?.proxyID : undefined;
      const answers = byQuestion.get(keyOf(endpoint, proxyId));
      if (answers !== undefined) return answers.map(toAnswer);
      const what = proxyId === undefined ? endpoint : `${endpoint} of ${proxyId}`;
      const message = `The snapshot has no answer of istiod to ${what}.`;
      return replicas.map((replica) => ({ replica, failure: { code: 'failed' as const, message } }));
    },
    status: async () => snapshotStatus('istiod', missing),
  };
}

function toAnswer({ replica, revision, text, failure }: LineOf<'istiod'>['answers'][number]): IstiodAnswer {
  const told = { replica, ...(revision !== undefined && { revision }) };
  if (text !== undefined) return { ...told, body: encoder.encode(text) };
  return {
    ...told,
    failure: failure ?? { code: 'failed', message: 'The snapshot does not say what it answered.' },
  };
}

function keyOf(endpoint: string, proxyId: string | undefined): string {
  return JSON.stringify([endpoint, proxyId]);
}
