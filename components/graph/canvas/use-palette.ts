import { type RefObject, useEffect, useState } from 'react';
import { type Palette, readPalette } from './palette.ts';

/** The theme's colours and fonts, read again when the theme changes or a font has come. */
export function usePalette(element: RefObject<HTMLElement | null>): Palette | undefined {
  const [palette, setPalette] = useState<Palette>();
  useEffect(() => {
    const read = () => element.current !== null && setPalette(readPalette(element.current));
    read();
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['data-theme', 'class'],
    });
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', read);
    // A canvas does not ask for fonts as text on the page does, nor draw again when they have come.
    document.fonts.addEventListener('loadingdone', read);
    return () => {
      observer.disconnect();
      system.removeEventListener('change', read);
      document.fonts.removeEventListener('loadingdone', read);
    };
  }, [element]);
  useEffect(() => {
    if (palette === undefined) return;
    for (const weight of [400, 500, 600]) {
      // A font that cannot be loaded leaves the next one of the family in place.
      for (const family of [palette.fonts.sans, palette.fonts.mono])
        document.fonts.load(`${weight} 12px ${family}`).catch(() => undefined);
    }
  }, [palette]);
  return palette;
}
