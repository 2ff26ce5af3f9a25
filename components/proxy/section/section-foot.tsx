'use client';

import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { ConfidenceMark, confidenceLooks } from '#components/ui/confidence-mark.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { linkConfidences } from '#lib/contract/proxy-links.ts';
import { formatBytes } from '#lib/format-bytes.ts';
import { formatAge } from '#lib/format-time.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { useTabAddress } from '../use-tab-address.ts';
import { words } from '../words.ts';
import type { Section, SectionRow } from './section-definition.ts';

type SectionFootProps = { target: ProxyTarget; section: Section<SectionRow> };

/** What the section holds beside its rows, when it was read, and what the marks at links mean. */
export function SectionFoot({ target, section }: SectionFootProps) {
  const { unknown, problems, readAt, byteCount } = section;
  const { nowMs } = useScope();
  const address = useTabAddress(target);
  const age = formatAge(Math.max(0, nowMs - Date.parse(readAt)) / 1000);
  return (
    <footer className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-0.5 border-t px-4 py-1.5 text-xs text-ink-muted">
      <span>{words.foot.read(age, formatBytes(byteCount))}</span>
      {unknown.length > 0 && (
        <Link
          href={address('raw', { path: unknown[0]?.path ?? '' })}
          title={unknown.map(({ type, path }) => `${type} at ${path}`).join('\n')}
          className="text-accent hover:underline"
        >
          {words.foot.unknown(unknown.length)}
        </Link>
      )}
      {problems.length > 0 && (
        <span className="inline-flex items-center gap-1 text-warn" title={problems.join('\n')}>
          <TriangleAlert size={12} aria-hidden />
          {problems[0]}
          {problems.length > 1 && ` ${words.foot.more(problems.length - 1)}`}
        </span>
      )}
      <span className="flex-1" />
      <span className="flex gap-3 max-md:hidden">
        {linkConfidences.map((confidence) => (
          <span key={confidence} title={confidenceLooks[confidence].sentence}>
            <ConfidenceMark confidence={confidence} hasWord />
          </span>
        ))}
      </span>
    </footer>
  );
}
