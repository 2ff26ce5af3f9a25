'use client';

import Link from 'next/link';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { type LogLine, logLevels } from '#lib/contract/logs.ts';
import { type Target, targetPath } from '#lib/target.ts';
import type { ChangeLogsState } from '../logs-state.ts';
import { words } from '../words.ts';

type LineLinksProps = { line: LogLine; target: Target; change: ChangeLogsState };

/** From a line to the same request elsewhere. */
export function LineLinks({ line, target, change }: LineLinksProps) {
  const address = useScopedAddress();
  const { requestId } = line.access ?? {};
  if (line.access === undefined) return null;
  const handleRequest = () =>
    change({ search: requestId ?? '', regex: false, levels: [...logLevels], containers: [], line: '' });
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 border-b px-4 py-2 font-medium">
      {requestId !== undefined && (
        <button type="button" className="text-accent hover:underline" onClick={handleRequest}>
          {words.sameRequest}
        </button>
      )}
      <Link className="text-accent hover:underline" href={address(targetPath(target), { tab: 'traffic' })}>
        {words.traffic}
      </Link>
    </div>
  );
}
