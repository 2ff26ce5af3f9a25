import type { Evidence, Explanation } from '#lib/contract/evidence.ts';
import type { AccessLog } from '#lib/contract/logs.ts';
import { responseFlags } from '#lib/response-flags.ts';
import { isTcp } from '#server/mesh/logs/access-log/level-of-access.ts';
import { answeredStory } from './answered-story.ts';
import { brokenStories } from './broken-stories.ts';
import { refusedStories } from './refused-stories.ts';
import { routingStories } from './routing-stories.ts';
import type { Place, Story } from './story.ts';
import { tcpStory } from './tcp-story.ts';

const stories = [...refusedStories, ...routingStories, ...brokenStories];

/**
 * What a failing access line means and what to check next, out of code, flags and details; undefined for a line that tells
 * of no failure. Sources: Envoy's access log documentation (flags, response code details), Istio's names of routes.
 */
export function explainAccess(access: AccessLog, place: Place): Explanation | undefined {
  if (!tellsOfTrouble(access)) return undefined;
  const story = storyOf(access, place) ?? storyOfFlags(access);
  if (story === undefined) return undefined;
  return {
    text: story.text,
    fix: story.next,
    evidence: [{ kind: 'log', text: outcomeOf(access) }, ...(story.evidence ?? []), ...flagEvidence(access)],
    ...(story.command === undefined ? {} : { command: story.command }),
  };
}

/** A redirect is an answer like any other. A flag on a good answer tells of a delay or of tries that failed. */
function tellsOfTrouble(access: AccessLog): boolean {
  const { responseCode, responseFlags: flags } = access;
  if (flags.length > 0 || access.upstreamTransportFailureReason !== undefined) return true;
  if (isTcp(access)) return access.connectionTerminationDetails !== undefined;
  return responseCode === 0 || (responseCode ?? 200) >= 400;
}

function storyOf(access: AccessLog, place: Place): Story | undefined {
  const details = [access.responseCodeDetails, access.connectionTerminationDetails].filter(
    (text) => text !== undefined,
  );
  for (const text of details) {
    for (const { says, tell } of stories) {
      const match = says.exec(text);
      if (match !== null) return tell(match, access, place);
    }
  }
  return isTcp(access) ? tcpStory(access) : answeredStory(access);
}

function storyOfFlags({ responseFlags: flags }: AccessLog): Story | undefined {
  const known = flags.flatMap((flag) => responseFlags[flag] ?? []);
  if (known.length === 0) return undefined;
  return {
    text: known.map(({ meaning }) => meaning).join(' '),
    next: known.map(({ next }) => next).join(' '),
  };
}

function flagEvidence({ responseFlags: flags }: AccessLog): Evidence[] {
  return flags.flatMap((flag): Evidence[] => {
    const known = responseFlags[flag];
    return known === undefined ? [] : [{ kind: 'log', text: `${flag}: ${known.meaning}` }];
  });
}

/** `503 UF upstream_reset…`: the part of the line that decides. */
function outcomeOf(access: AccessLog): string {
  const parts = [
    access.responseCode,
    access.responseFlags.join(',') || '-',
    access.responseCodeDetails,
    access.connectionTerminationDetails,
    access.upstreamTransportFailureReason,
    access.upstreamCluster,
    access.routeName === undefined ? undefined : `route ${access.routeName}`,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}
