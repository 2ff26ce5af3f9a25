'use client';

import { ExternalLink } from 'lucide-react';
import { classNames } from './class-names.ts';
import { dashboardTitle } from './dashboard-looks.ts';
import { type DashboardsAbout, useDashboards } from './scope/use-dashboards.ts';

/** Dashboards by name, beside charts or one of several things on a page; absent without one. */
export function DashboardLines({ about, className }: { about: DashboardsAbout; className?: string }) {
  const links = useDashboards(about);
  if (links.length === 0) return null;
  return (
    <span className={classNames('inline-flex flex-wrap gap-x-3', className)}>
      {links.map((link) => (
        <a
          key={link.kind}
          href={link.url}
          target="_blank"
          rel="noreferrer"
          className="text-accent hover:underline"
        >
          {dashboardTitle(link)} <ExternalLink size={12} aria-hidden className="inline" />
        </a>
      ))}
    </span>
  );
}
