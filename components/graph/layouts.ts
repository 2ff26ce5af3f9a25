export const layoutIds = ['layered', 'force', 'grid', 'radial'] as const;
export type LayoutId = (typeof layoutIds)[number];

export type LayoutEntry = { title: string; description: string };

/** The ways to arrange the drawing; how each is computed stands in `layout/`. */
export const layouts: Record<LayoutId, LayoutEntry> = {
  layered: { title: 'Layered', description: 'Callers on the left, what they call to the right' },
  force: { title: 'Force', description: 'What talks to each other stands close together' },
  grid: { title: 'Grid', description: 'Rows in each box, by name' },
  radial: { title: 'Radial', description: 'Rings around where the traffic comes in' },
};
