'use client';

import { ChevronDown, ExternalLink } from 'lucide-react';
import { Button } from './button.tsx';
import { dashboardTitle, grafanaWord } from './dashboard-looks.ts';
import { Menu, MenuItem } from './menu.tsx';
import { type DashboardsAbout, useDashboards } from './scope/use-dashboards.ts';

/** The way to Grafana in the head of a page, with a choice where several dashboards show the same; absent without one. */
export function DashboardButton({ about }: { about: DashboardsAbout }) {
  const links = useDashboards(about);
  const [first] = links;
  if (first === undefined) return null;
  if (links.length === 1)
    return (
      <a
        href={first.url}
        target="_blank"
        rel="noreferrer"
        title={dashboardTitle(first)}
        className="inline-flex h-7 items-center gap-1.5 rounded-md border border-border bg-surface px-2 text-sm font-medium hover:bg-hover"
      >
        <ExternalLink size={14} aria-hidden /> {grafanaWord}
      </a>
    );
  return (
    <Menu
      align="end"
      trigger={
        <Button>
          <ExternalLink size={14} aria-hidden /> {grafanaWord}
          <ChevronDown size={13} aria-hidden className="text-ink-muted" />
        </Button>
      }
    >
      {links.map((link) => (
        <MenuItem key={link.kind} asChild>
          <a href={link.url} target="_blank" rel="noreferrer">
            {dashboardTitle(link)}
          </a>
        </MenuItem>
      ))}
    </Menu>
  );
}
