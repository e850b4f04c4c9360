import type { Picture } from '../screen/picture.ts';

/** Where pictures are shown: painted as frames, or told as lines. */
export type Stage = {
  /** Shows the picture in place of the one before. */
  show(picture: Picture): void;
  /** What was shown is no longer there: the next picture is shown whole. */
  forget(): void;
  close(): void;
};
