const widths = ['w-3/4', 'w-11/12', 'w-2/3', 'w-5/6', 'w-1/2'] as const;

/** Grey lines where data will be; they come late, so that quick answers do not flash. */
export function Skeleton({ lines = 4, label = 'Loading' }: { lines?: number; label?: string }) {
  const rows = Array.from({ length: lines }, (_, index) => ({
    id: `line ${index}`,
    width: widths[index % widths.length],
  }));
  return (
    <div role="status" aria-label={label} className="appear-late flex flex-col gap-3 p-4">
      {rows.map((row) => (
        <div key={row.id} className={`h-3 rounded-sm bg-sunken ${row.width}`} />
      ))}
    </div>
  );
}
