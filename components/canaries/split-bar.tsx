type SplitBarProps = { parts: readonly { name: string; share: number }[] };

/** Shares of versions as one bar. What they are stands beside it in figures. */
export function SplitBar({ parts }: SplitBarProps) {
  return (
    <span aria-hidden className="flex gap-px">
      {parts
        .filter(({ share }) => share > 0)
        .map(({ name, share }) => (
          <span
            key={name}
            style={{ flexGrow: share, opacity: opacityOf(parts, name) }}
            className="h-1.5 min-w-[2px] rounded-[1px] bg-mark-tcp"
          />
        ))}
    </span>
  );
}

/** By its place among all, so that a version looks the same in both bars also where another got nothing. */
function opacityOf(parts: SplitBarProps['parts'], name: string): number {
  return Math.max(0.3, 1 - parts.findIndex((part) => part.name === name) * 0.28);
}
