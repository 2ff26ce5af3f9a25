'use client';

import { useState } from 'react';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { traceWords } from '../trace-words.ts';

type AttributesTableProps = { attributes: Readonly<Record<string, string>>; hasFilter?: boolean };

/** Keys and values by name; each value can be copied. */
export function AttributesTable({ attributes, hasFilter = false }: AttributesTableProps) {
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLowerCase();
  const all = Object.entries(attributes).sort(([one], [other]) => one.localeCompare(other, 'en'));
  const shown = all.filter(([key, value]) => `${key}=${value}`.toLowerCase().includes(wanted));
  if (all.length === 0) return <p className="text-ink-muted">{traceWords.noAttributes}</p>;
  return (
    <>
      {hasFilter && (
        <SearchField
          label={traceWords.filterAttributes}
          placeholder={traceWords.filterAttributes}
          value={filter}
          onChange={setFilter}
          className="mb-1.5 w-full"
        />
      )}
      {shown.length === 0 && <p className="text-ink-muted">{traceWords.noMatch}</p>}
      <table className="w-full table-fixed text-xs">
        <tbody>
          {shown.map(([key, value]) => (
            <tr key={key} className="group border-b align-top last:border-b-0">
              <th
                scope="row"
                className="mono w-2/5 py-1 pr-2 text-left text-[11.5px] font-normal text-ink-muted wrap-anywhere"
              >
                {key}
              </th>
              <td className="mono py-1 text-[11.5px] wrap-anywhere">{value}</td>
              <td className="w-6 py-0.5 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100">
                <CopyButton text={value} label={key} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
