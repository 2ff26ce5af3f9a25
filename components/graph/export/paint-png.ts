import { paint } from '../canvas/paint.ts';
import type { Palette } from '../canvas/palette.ts';
import { grow } from '../canvas/rectangle.ts';
import type { Scene } from '../canvas/scene.ts';
import type { Size, View } from '../canvas/view.ts';

const margin = 24;
const pixelRatio = 2;
/** Browsers refuse larger canvases. */
const mostPixels = 12_000;

type Picture = { scene: Scene; palette: Palette; failure: string };

/** A PNG of all of the scene, at twice its size unless that is too large for a canvas. */
export function wholePng(picture: Picture): Promise<Blob> {
  const { x, y, width, height } = grow(picture.scene.bounds, margin);
  const zoom = Math.min(1, mostPixels / (Math.max(width, height) * pixelRatio));
  const screen = { width: Math.ceil(width * zoom), height: Math.ceil(height * zoom) };
  return png(picture, { zoom, pan: { x: -x * zoom, y: -y * zoom } }, screen);
}

/** A PNG of what a view shows. */
export function viewPng(picture: Picture, view: View, screen: Size): Promise<Blob> {
  return png(picture, view, screen);
}

function png({ scene, palette, failure }: Picture, view: View, screen: Size): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = screen.width * pixelRatio;
  canvas.height = screen.height * pixelRatio;
  const context = canvas.getContext('2d');
  if (context === null) return Promise.reject(new Error(failure));
  paint(context, { scene, palette, view, screen, pixelRatio });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error(failure)) : resolve(blob)), 'image/png');
  });
}
