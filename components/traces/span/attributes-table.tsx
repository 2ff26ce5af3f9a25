'use client';

import { Search } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import type { Tag } from '../parse-tags.ts';
import { traceWords } from '../trace-words.ts';

type AttributesTableProps = {
  attributes: Readonly<Record<string, string>>;
  hasFilter?: boolean;
  /** The address of a search for traces with the same value; left out where a store could not search by it. */
  searchAddress?: (tag: Tag) => string;
};

/** Keys and values by name; each value can be copied, and searched for. */
export function AttributesTable({ attributes, hasFilter = false, searchAddress }: AttributesTableProps) {
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
              <td className="w-12 whitespace-nowrap py-0.5 text-right opacity-0 group-focus-within:opacity-100 group-hover:opacity-100">
                {searchAddress !== undefined && (
                  <Link
                    href={searchAddress({ key, value })}
                    aria-label={traceWords.searchSame(key)}
                    title={traceWords.searchSame(key)}
                    className="inline-flex size-5 items-center justify-center text-ink-muted hover:text-ink"
                  >
                    <Search size={13} aria-hidden />
                  </Link>
                )}
                <CopyButton text={value} label={key} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
