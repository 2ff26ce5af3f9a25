/** A text with what is looked for marked in it; letters' case does not matter. */
export function FoundText({ text, search }: { text: string; search: string }) {
  if (search === '') return text;
  const lower = text.toLowerCase();
  const wanted = search.toLowerCase();
  const starts: number[] = [];
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + wanted.length))
    starts.push(at);
  if (starts.length === 0) return text;
  return starts.map((start, index) => {
    const end = start + wanted.length;
    return (
      <span key={start}>
        {text.slice(index === 0 ? 0 : (starts[index - 1] ?? 0) + wanted.length, start)}
        <mark className="rounded-[2px] bg-mark-warn/30 text-ink">{text.slice(start, end)}</mark>
        {index === starts.length - 1 && text.slice(end)}
      </span>
    );
  });
}
