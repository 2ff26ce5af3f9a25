/** A watchtower on its rock, with the light that it looks out by. */
export function BrandMark({ size = 20 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="shrink-0 text-accent"
      aria-hidden
    >
      <path d="M10 1.6v1.6M6.6 8.2V5.6L10 3.2l3.4 2.4v2.6z" />
      <path d="M5.4 8.2h9.2M7 8.2 5.2 18M13 8.2 14.8 18M6.3 12.2h7.4" />
      <path d="M8.3 18v-2.2a1.7 1.7 0 0 1 3.4 0V18M3 18h14" />
      <circle cx="10" cy="6.1" r=".9" fill="currentColor" stroke="none" />
    </svg>
  );
}
