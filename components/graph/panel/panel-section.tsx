import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';

type PanelSectionProps = {
  title?: string;
  /** Beside the title: a chip, a note, a button. */
  aside?: ReactNode;
  children: ReactNode;
  /** Tables run to both edges of the panel. */
  isFlush?: boolean;
};

/** One block of the side panel, with a hairline below. */
export function PanelSection({ title, aside, children, isFlush = false }: PanelSectionProps) {
  return (
    <section
      aria-label={title}
      className={classNames('border-b last:border-b-0', isFlush ? 'pt-2 pb-1' : 'px-4 py-2.5')}
    >
      {title !== undefined && (
        <div className={classNames('mb-1.5 flex items-center gap-2', isFlush && 'mb-0.5 px-4')}>
          <h3 className="font-semibold">{title}</h3>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
