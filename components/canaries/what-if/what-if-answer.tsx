import type { WhatIf } from '#lib/contract/canary-what-if.ts';
import { formatCount } from '#lib/format-count.ts';
import { formatLength } from '#lib/format-length.ts';
import { words } from './words.ts';

/** Requests and times as a small table, below them the same in a sentence. */
export function WhatIfAnswer({ answer }: { answer: WhatIf }) {
  const { mismatch, confirmation, delta, seconds, text } = answer;
  const rows = [
    { title: words.mismatchHalf, requests: mismatch?.half, seconds: seconds?.mismatchHalf },
    { title: words.mismatchMost, requests: mismatch?.most, seconds: seconds?.mismatchMost },
    { title: words.confirmed(delta), requests: confirmation, seconds: seconds?.confirmation },
  ];
  return (
    <div className="flex flex-col gap-2">
      <table aria-label={words.answer} className="w-full">
        <thead>
          <tr className="text-xs text-ink-muted [&>th]:h-6 [&>th]:border-b [&>th]:font-medium">
            <th scope="col" className="text-left">
              {words.what}
            </th>
            <th scope="col" className="pl-2 text-right">
              {words.requests}
            </th>
            {seconds !== undefined && (
              <th scope="col" className="pl-2 text-right">
                {words.time}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.title} className="[&>*]:border-b [&>*]:py-1">
              <th scope="row" className="text-left text-sm leading-4 font-normal">
                {row.title}
              </th>
              <td className="figure pl-2">
                {row.requests === undefined ? (
                  <span className="text-ink-muted">{words.neverFound}</span>
                ) : (
                  formatCount(row.requests)
                )}
              </td>
              {seconds !== undefined && (
                <td className="figure pl-2 whitespace-nowrap">
                  {row.seconds === undefined ? '–' : formatLength(Math.max(1, row.seconds))}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-ink-muted">{text}</p>
    </div>
  );
}
