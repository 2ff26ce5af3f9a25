'use client';

import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { formatBytes } from '#lib/format-bytes.ts';
import { FileDrop } from './file-drop.tsx';
import { FileTabs } from './file-tabs.tsx';
import { useOpenedFile } from './use-opened-file.ts';
import { words } from './words.ts';

/** A configuration dump out of a file: the same tables and the same raw view as of a proxy that is there. */
export function DumpFilePage() {
  const { file, open, openingName, failed, leave } = useOpenedFile();
  const address = useScopedAddress();
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1 px-4 py-1.5">
        <nav aria-label="Breadcrumb" className="flex min-w-0 items-center gap-2 text-ink-muted">
          <Link href={address('/proxies')} className="hover:text-ink hover:underline">
            {words.proxies}
          </Link>
          <span aria-hidden>/</span>
          <h1 className="min-w-0 truncate text-[14px] font-semibold tracking-tight text-ink">
            {file?.name ?? words.title}
          </h1>
        </nav>
        {file !== undefined && (
          <>
            <span className="text-ink-muted">{formatBytes(file.bytes.size)}</span>
            <span className="flex-1" />
            <Button onClick={leave}>{words.other}</Button>
          </>
        )}
      </header>
      {file === undefined ? (
        <FileDrop
          onFile={open}
          opening={openingName}
          problem={failed && { title: words.notOpened(failed.name), text: failed.error.message }}
        />
      ) : (
        <FileTabs key={file.id} file={file} />
      )}
    </div>
  );
}
