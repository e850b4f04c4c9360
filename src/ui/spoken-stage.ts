import type { Picture } from '../screen/picture.ts';
import { linearText } from './linear-text.ts';
import type { Stage } from './stage.ts';
import type { Terminal } from './terminal.ts';

/** Pictures told as lines, one after the other, for screen readers: nothing is drawn over. */
export function createSpokenStage(terminal: Terminal): Stage {
  let told: Picture | undefined;
  return {
    show(picture) {
      const lines = linearText(told, picture);
      told = picture;
      if (lines.length > 0) terminal.output.write(`${lines.join('\r\n')}\r\n`);
    },
    forget() {
      told = undefined;
    },
    close() {},
  };
}
