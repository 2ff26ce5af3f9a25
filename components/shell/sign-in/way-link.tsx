/** Looks as the one button of the page, and leads away from it: no form, which may not end at another origin. */
export function WayLink({ address, text }: { address: string; text: string }) {
  return (
    <a
      href={address}
      className="inline-flex h-8 items-center justify-center rounded-md border border-accent bg-accent px-2 text-sm font-medium text-on-accent hover:opacity-90"
    >
      <span className="truncate">{text}</span>
    </a>
  );
}
