type LeftOutProps = { title: string; sentences: readonly string[] };

/** What a reader must know to trust a list: folded until somebody asks. */
export function LeftOut({ title, sentences }: LeftOutProps) {
  return (
    <details className="shrink-0 border-t px-4 py-1.5 text-xs text-ink-muted">
      <summary className="cursor-pointer">{title}</summary>
      <ul className="max-h-40 overflow-y-auto pt-1 pl-3.5">
        {sentences.map((sentence) => (
          <li key={sentence} className="list-disc py-0.5">
            {sentence}
          </li>
        ))}
      </ul>
    </details>
  );
}
