'use client';

import { jqPath, parseJsonPath } from '#lib/json/json-path.ts';
import { CopyTextButton } from './copy-text-button.tsx';
import type { JsonSource } from './json-source.ts';
import { valueText } from './value-text.ts';
import { words } from './words.ts';

/** Which place is selected, and its path, value and jq filter to take along. */
export function PlaceBar({ source, path }: { source: JsonSource; path: string }) {
  const jq = jqPath(parseJsonPath(path) ?? []);
  return (
    <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-t px-4 py-1">
      <span className="mono min-w-0 flex-1 truncate" title={path}>
        {path === '' ? words.wholeDocument : path}
      </span>
      <span className="flex gap-1">
        <CopyTextButton label={words.copyPath} textOf={async () => path} />
        <CopyTextButton label={words.copyJq} textOf={async () => `jq '${jq.replaceAll("'", "'\\''")}'`} />
        <CopyTextButton label={words.copyValue} textOf={async () => valueText(await source.value(path))} />
      </span>
    </div>
  );
}
