import { visibleText } from '../text/visible.ts';
import { type Box, boxOfLines } from './box.ts';

/** Asks whether to write over a file; `yesKey` and `noKey` answer. */
export function overwriteBox(path: string, yesKey: string, noKey: string): Box {
  return boxOfLines(
    'Overwrite?',
    [
      [{ text: visibleText(`${path} is there already. Write over it?`), style: 'plain' }],
      [{ text: `${yesKey} yes   ${noKey} no`, style: 'hint-key' }],
    ],
    '',
  );
}
