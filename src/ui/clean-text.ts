import { oneCellCharacters } from '../screen/text/quick-width.ts';

const clean = new RegExp(`^[${oneCellCharacters}\\n]*(?:\\x1b\\[[\\d;]*m[${oneCellCharacters}\\n]*)*$`);

/**
 * True for a text of characters of one cell, newlines and plain SGR sequences, with which Ink's cleaning has nothing to
 * do. In the published program Ink asks this first: it cleans every text twice a frame, character by character.
 */
export function isClean(text: string): boolean {
  return clean.test(text);
}
