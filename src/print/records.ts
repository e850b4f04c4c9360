import type { EventsToPrint } from './event-sheet.ts';
import { minifyJson } from './minify-json.ts';

/** Characters of a piece of output, roughly: few writes, and yet the first come soon. */
const pieceLength = 1 << 16;

/** The records as AWS wrote them, one a line, without white space between their parts. */
export async function* printNdjson(toPrint: EventsToPrint): AsyncGenerator<string> {
  let piece = '';
  for await (const { json } of toPrint.loading.readRecords(toPrint.events)) {
    piece += `${minifyJson(json)}\n`;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** A trail file, `{"Records":[…]}`, of the records as AWS wrote them, one a line. */
export async function* printTrailFile(toPrint: EventsToPrint): AsyncGenerator<string> {
  let piece = '{"Records":[';
  let separator = '\n';
  for await (const { json } of toPrint.loading.readRecords(toPrint.events)) {
    piece += separator + minifyJson(json);
    separator = ',\n';
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}${separator === '\n' ? '' : '\n'}]}\n`;
}
