import { ArrowLeft, ArrowRight, CircleSlash } from 'lucide-react';
import type { AccessLog } from '#lib/contract/logs.ts';
import type { Finder } from './highlight-ranges.ts';
import { linePeer } from './line-peer.ts';
import { MarkedText } from './marked-text.tsx';
import { words } from './words.ts';

const looks = {
  inbound: { icon: ArrowLeft, word: words.inbound },
  outbound: { icon: ArrowRight, word: words.outbound },
  refused: { icon: CircleSlash, word: words.unrouted },
};

/** Which way the request went, and with whom. */
export function PeerText({ access, find }: { access: AccessLog; find: Finder }) {
  const peer = linePeer(access);
  if (peer === undefined) return <span className="text-ink-muted">{words.nothing}</span>;
  const { icon: Icon, word } = looks[peer.direction ?? 'refused'];
  const name = peer.subset === undefined ? peer.name : `${peer.name} ${peer.subset}`;
  return (
    <span className="flex h-5 min-w-0 items-center gap-1" title={`${word} ${name}`}>
      <Icon size={12} aria-hidden className="shrink-0 text-ink-muted" />
      <span className="sr-only">{word}</span>
      <span className="truncate">
        <MarkedText text={name} find={find} />
      </span>
    </span>
  );
}
