import { Box } from 'ink';
import type { Line } from '../../screen/picture.ts';
import type { Theme } from '../theme.ts';
import { TextLine } from './text-line.tsx';

type LinesBlockProps = {
  readonly lines: readonly Line[];
  readonly theme: Theme;
  /** True when something is drawn beneath. */
  readonly covers?: boolean;
};

/** Lines one below the other. */
export function LinesBlock({ lines, theme, covers = false }: LinesBlockProps) {
  return (
    <Box flexDirection="column" flexShrink={0} height={lines.length}>
      {lines.map((line, row) => (
        // A line is known by its row: rows never move, their texts do.
        <TextLine key={row} line={line} theme={theme} covers={covers} />
      ))}
    </Box>
  );
}
