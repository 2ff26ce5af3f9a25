import { blame } from './blame.ts';
import type { Look } from './look.ts';
import type { MeshFault } from './mesh-fault.ts';

/**
 * `whole`: as without the fault. `told`: what is missing is said beside the rest. `refused`: the answer is a problem that
 * names who failed. `changed`: the mesh is different for a while. `bad`: none of these.
 */
export type Verdict = { is: 'whole' | 'told' | 'refused' | 'changed' } | { is: 'bad'; why: string };

/** Lists of telemetry change by themselves. */
const enoughOfList = 0.7;

type Judged = { route: string; look: Look; before: Look; fault: MeshFault };

/** What an answer during a fault is worth, against the one before it. */
export function judgeLook({ route, look, before, fault: { source, shows } }: Judged): Verdict {
  if (look.trouble !== undefined) return bad(look.trouble);
  if (look.problem !== undefined) return judgeProblem(look.problem, { route, source, shows });
  const known = new Set(before.warnings.map(({ message }) => message));
  const isTold = look.warnings.some(
    (warning) =>
      !known.has(warning.message) &&
      (blame[source].warns.includes(warning.source) || blame[source].isNamed.test(warning.message)),
  );
  if (isTold) return { is: 'told' };
  const shorter = Object.entries(before.lengths).filter(
    ([path, length]) => (look.lengths[path] ?? 0) < Math.floor(length * enoughOfList),
  );
  if (shorter.length === 0) return { is: 'whole' };
  if (shows === 'true') return { is: 'changed' };
  const lost = shorter.map(([path, length]) => `${path} has ${look.lengths[path] ?? 0} of ${length}`);
  return bad(`lost without a word: ${lost.join(', ')}`);
}

function judgeProblem(
  { code, detail }: NonNullable<Look['problem']>,
  { route, source, shows }: Pick<MeshFault, 'source' | 'shows'> & { route: string },
): Verdict {
  if (shows === 'true' && /^(not_found|unknown_namespace|source_unreachable)$/.test(code))
    return { is: 'changed' };
  if (!/^(source_\w+|forbidden|not_found)$/.test(code)) return bad(`${code}: ${detail}`);
  if (!blame[source].isNamed.test(detail)) return bad(`names nobody: ${code}: ${detail}`);
  return blame[source].isNeeded.test(route) ? { is: 'refused' } : bad(`refused altogether: ${detail}`);
}

function bad(why: string): Verdict {
  return { is: 'bad', why };
}
