import type { Warning } from '#lib/contract/envelope.ts';
import type { IstiodAnswer, IstiodEndpoint } from '#lib/proxy/istiod-endpoints.ts';
import { messageOf } from '#server/errors.ts';
import { istiodVersion } from '#server/mesh/istiod/istiod-version.ts';
import { mergeLists, parseAnswers } from '#server/mesh/istiod/merge-answers.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { connectionsOf } from './connections.ts';
import { type ControlPlane, unknownControlPlane } from './control-plane.ts';
import { syncStatesOf } from './sync-states.ts';

type AskContext = Pick<LoadContext, 'sources' | 'signal'>;

/** Which proxies istiod knows and how far it got with them. What cannot be read is a warning; nothing is thrown. */
export async function loadSyncStates(context: AskContext): Promise<ControlPlane> {
  const asked = await ask('syncz', context);
  if ('failure' in asked) return unknownControlPlane(asked.failure);
  const { entries, warnings } = mergeLists(asked.answers);
  if (warnings.length === asked.answers.length)
    return unknownControlPlane(
      missing(warnings.map(({ message }) => message).join(' ') || 'no istiod runs.'),
    );
  const { proxies, warnings: odd } = syncStatesOf(entries, context.sources.recordedShiftMs ?? 0);
  const isAnswer = ({ failure }: IstiodAnswer) => failure === undefined;
  return {
    answered: asked.answers.filter(isAnswer).map(({ replica }) => replica),
    silent: asked.answers.filter((answer) => !isAnswer(answer)).map(({ replica }) => replica),
    syncs: proxies,
    connections: new Map(),
    versions: new Map(),
    warnings: [...warnings, ...odd],
  };
}

/** The same with when each proxy connected, and the replicas' own versions. */
export async function loadControlPlane(context: AskContext): Promise<ControlPlane> {
  const [states, connections, versions] = await Promise.all([
    loadSyncStates(context),
    ask('connections', context),
    ask('version', context),
  ]);
  const read = 'failure' in connections ? undefined : parseAnswers(connections.answers);
  const unread = read?.warnings ?? [];
  return {
    ...states,
    connections: connectionsOf(read?.answers ?? [], context.sources.recordedShiftMs ?? 0),
    versions: 'failure' in versions ? new Map() : versionsOf(versions.answers),
    // A replica that says nothing at all is told of once.
    warnings: [...states.warnings, ...unread.filter(({ message }) => !isTold(states.warnings, message))],
  };
}

function isTold(warnings: readonly Warning[], message: string): boolean {
  return warnings.some((warning) => warning.message === message);
}

const decoder = new TextDecoder();

function versionsOf(answers: readonly IstiodAnswer[]): Map<string, string> {
  return new Map(
    answers.flatMap(({ replica, body }): [string, string][] => {
      const version = body === undefined ? undefined : istiodVersion(decoder.decode(body));
      return version === undefined ? [] : [[replica, version]];
    }),
  );
}

async function ask(
  endpoint: IstiodEndpoint,
  { sources: { istiod }, signal }: AskContext,
): Promise<{ answers: IstiodAnswer[] } | { failure: Warning }> {
  if (istiod === undefined) return { failure: missing('this installation has no way to istiod.') };
  try {
    return { answers: await istiod.ask({ endpoint }, signal) };
  } catch (error) {
    signal.throwIfAborted();
    return { failure: missing(messageOf(error)) };
  }
}

function missing(reason: string): Warning {
  return {
    code: 'istiod_missing',
    source: 'istiod',
    message: `Sync states and the proxies' own versions are missing: ${reason}`,
  };
}
