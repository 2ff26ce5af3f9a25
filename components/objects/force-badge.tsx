import { classNames } from '#components/ui/class-names.ts';
import type { Force } from '#lib/contract/objects.ts';
import { forceLooks } from './force-looks.ts';

/** Whether proxies act on an object; the reason on hover. */
export function ForceBadge({ force }: { force: Force }) {
  const { word, icon: Icon, textClass } = forceLooks[force.state];
  return (
    <span
      title={force.text}
      className={classNames('inline-flex items-center gap-1.5 whitespace-nowrap', textClass)}
    >
      <Icon size={14} strokeWidth={1.75} aria-hidden className="shrink-0" />
      {word}
    </span>
  );
}
