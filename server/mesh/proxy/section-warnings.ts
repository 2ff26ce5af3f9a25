import type { Warning } from '#lib/contract/envelope.ts';
import type { DiscoveryType, Sync } from '#lib/contract/proxies.ts';
import { formatQuantity } from '#lib/format-count.ts';
import type { DumpSection } from './dump/dump.ts';

type Read = {
  rows: readonly { state: string; errorState?: { details: string } | undefined }[];
  unknown: readonly { type: string }[];
  problems: readonly string[];
};

/** What of a section is not in its rows, or was refused by Envoy, in one sentence each. */
export function sectionWarnings(
  section: DumpSection | 'bootstrap',
  { rows, unknown, problems }: Read,
): Warning[] {
  const refused = rows.filter(({ errorState }) => errorState !== undefined);
  const types = [...new Set(unknown.map(({ type }) => type))].join(', ');
  const [firstProblem, ...others] = problems;
  return [
    ...(unknown.length === 0
      ? []
      : [
          envoyWarning(
            'unknown_types',
            `${formatQuantity(unknown.length, 'part')} of the dump ${unknown.length === 1 ? 'is' : 'are'} of a type that Vigla does not know, and only in the raw view: ${types}.`,
          ),
        ]),
    ...(firstProblem === undefined
      ? []
      : [
          envoyWarning(
            'unreadable_items',
            others.length === 0
              ? firstProblem
              : `${firstProblem} And ${formatQuantity(others.length, 'more problem')} like it.`,
          ),
        ]),
    ...(refused.length === 0
      ? []
      : [
          envoyWarning(
            'refused',
            `Envoy refused the last update of ${formatQuantity(refused.length, 'row')} of ${section}: ${refused[0]?.errorState?.details}`,
          ),
        ]),
  ];
}

/** That Envoy refuses what istiod sends of a section's types: what the table shows, or lacks, is from before. */
export function refusalWarnings(
  section: DumpSection,
  types: readonly DiscoveryType[],
  syncs: readonly Sync[],
): Warning[] {
  return syncs
    .filter(({ type, state }) => state === 'ERROR' && types.includes(type))
    .map(({ type, lastError = 'it gives no reason' }) =>
      envoyWarning(
        'refused_update',
        `Envoy refuses what istiod sends it of ${type}, so its ${section} are as they were before, or missing: ${lastError}`,
      ),
    );
}

function envoyWarning(code: string, message: string): Warning {
  return { code, source: 'envoy', message };
}
