import { Text } from 'ink';
import { memo } from 'react';
import type { Line } from '../../screen/picture.ts';
import { styledText, withoutBlankEnd } from '../styled-text.ts';
import type { Theme } from '../theme.ts';

type TextLineProps = {
  readonly line: Line;
  readonly theme: Theme;
  /** True when something is drawn beneath, which the line's blanks have to hide. */
  readonly covers?: boolean;
};

/** One line of spans. Drawn again only when it is another line: one text a line is the cheapest that Ink can draw. */
export const TextLine = memo(function TextLine({ line, theme, covers = false }: TextLineProps) {
  const text = styledText(theme, covers ? line : withoutBlankEnd(theme, line));
  // A text of nothing would have no height, and the lines below it would move up.
  return <Text wrap="truncate">{text === '' ? ' ' : text}</Text>;
});
