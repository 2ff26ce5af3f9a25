export const colourTokens = [
  'canvas',
  'surface',
  'ink',
  'ink-muted',
  'border',
  'border-strong',
  'border-control',
  'accent',
  'ok',
  'warn',
  'fail',
  'tcp',
  'info',
  'restricted',
  'mark-ok',
  'mark-warn',
  'mark-fail',
  'mark-tcp',
  'mark-idle',
] as const;
export type ColourToken = (typeof colourTokens)[number];

export type Palette = {
  colours: Record<ColourToken, string>;
  fonts: { sans: string; mono: string };
};

/** The colours and fonts in force at an element, as plain values that canvas and exported files understand. */
export function readPalette(element: HTMLElement): Palette {
  const style = getComputedStyle(element);
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const read = (token: ColourToken) => toHex(style.getPropertyValue(`--${token}`).trim(), context);
  return {
    colours: {
      canvas: read('canvas'),
      surface: read('surface'),
      ink: read('ink'),
      'ink-muted': read('ink-muted'),
      border: read('border'),
      'border-strong': read('border-strong'),
      'border-control': read('border-control'),
      accent: read('accent'),
      ok: read('ok'),
      warn: read('warn'),
      fail: read('fail'),
      tcp: read('tcp'),
      info: read('info'),
      restricted: read('restricted'),
      'mark-ok': read('mark-ok'),
      'mark-warn': read('mark-warn'),
      'mark-fail': read('mark-fail'),
      'mark-tcp': read('mark-tcp'),
      'mark-idle': read('mark-idle'),
    },
    fonts: { sans: fontFamily(style, '--font-sans'), mono: fontFamily(style, '--font-mono') },
  };
}

/** Programs that open an exported file often know no oklch(), so the browser is asked for red, green and blue. */
function toHex(colour: string, context: CanvasRenderingContext2D | null): string {
  if (context === null) return colour;
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function fontFamily(style: CSSStyleDeclaration, name: string): string {
  const family = style.getPropertyValue(name).trim();
  return family === '' ? style.fontFamily : family;
}
