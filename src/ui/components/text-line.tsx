import { Text } from 'ink';
import { memo } from 'react';
import type { Line } from '../../screen/picture.ts';
import { type Theme, textOf } from '../theme.ts';

/** One line of spans. Drawn again only when it is another line: one text a line is the cheapest that Ink can draw. */
export const TextLine = memo(function TextLine({
  line,
  theme,
}: {
  readonly line: Line;
  readonly theme: Theme;
}) {
  return <Text wrap="truncate">{textOf(theme, line)}</Text>;
});
