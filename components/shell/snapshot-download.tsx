'use client';

import { Download } from 'lucide-react';
import { useSnapshotAddress } from './use-snapshot-address.ts';
import { words } from './words.ts';

/** The mesh as one file, with what it holds in words. */
export function SnapshotDownload() {
  const address = useSnapshotAddress();
  return (
    <div className="mt-3 flex flex-col items-start gap-1.5 border-t pt-3">
      <a
        href={address}
        download
        className="inline-flex h-7 items-center gap-1.5 rounded-md border border-border bg-surface px-2 text-sm font-medium hover:bg-hover"
      >
        <Download size={14} aria-hidden /> {words.downloadSnapshot}
      </a>
      <p className="text-xs text-ink-muted">{words.snapshotHolds}</p>
    </div>
  );
}
