import { Box } from 'ink';
import type { Line, Overlay, OverlayPart } from '../../screen/picture.ts';
import type { Theme } from '../theme.ts';
import { borderStyle, FramedBox, FramedLine } from './framed-box.tsx';
import { SmallTable, tableHeight } from './small-table.tsx';

/** A box over what is drawn beneath it. */
export function OverlayBox({ overlay, theme }: { readonly overlay: Overlay; readonly theme: Theme }) {
  const { top, left, widthColumns, heightRows } = overlay;
  return (
    <Box position="absolute" marginTop={top} marginLeft={left} width={widthColumns} height={heightRows}>
      <FramedBox {...overlay} note="" focused theme={theme}>
        <Box flexDirection="column" height={heightRows - 2} width={widthColumns} overflow="hidden">
          {overlay.body.map((part, index) => (
            <Part key={index} part={part} widthColumns={widthColumns} theme={theme} />
          ))}
        </Box>
      </FramedBox>
    </Box>
  );
}

/** Lines between the sides, or a table that stands in from them. */
function Part({
  part,
  widthColumns,
  theme,
}: {
  readonly part: OverlayPart;
  readonly widthColumns: number;
  readonly theme: Theme;
}) {
  const border = borderStyle(true);
  if (part.kind === 'lines') {
    return part.lines.map((line, row) => <FramedLine key={row} line={line} border={border} theme={theme} />);
  }
  const blank: Line = [{ text: ' '.repeat(Math.max(0, widthColumns - 2)), style: 'plain' }];
  return (
    <Box flexShrink={0} flexDirection="column" height={tableHeight(part.rows.length)}>
      {Array.from({ length: tableHeight(part.rows.length) }, (_, row) => (
        <FramedLine key={row} line={blank} border={border} theme={theme} />
      ))}
      <Box position="absolute" marginLeft={2}>
        <SmallTable rows={part.rows} widthColumns={widthColumns - 4} theme={theme} />
      </Box>
    </Box>
  );
}
