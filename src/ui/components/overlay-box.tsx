import { Box } from 'ink';
import type { Line, Overlay, OverlayPart } from '../../screen/picture.ts';
import type { Theme } from '../theme.ts';
import { FramedBox } from './framed-box.tsx';
import { LinesBlock } from './lines-block.tsx';
import { SmallTable, tableHeight } from './small-table.tsx';

/** A box over what is drawn beneath it. */
export function OverlayBox({ overlay, theme }: { readonly overlay: Overlay; readonly theme: Theme }) {
  const { title, top, left, widthColumns, heightRows } = overlay;
  const frame = { title, note: '', focused: true, widthColumns, heightRows, theme };
  return (
    <Box position="absolute" marginTop={top} marginLeft={left} width={widthColumns} height={heightRows}>
      <FramedBox {...frame}>
        {overlay.body.map((part, index) => (
          <Part key={index} part={part} widthColumns={widthColumns - 2} theme={theme} />
        ))}
      </FramedBox>
    </Box>
  );
}

type PartProps = { readonly part: OverlayPart; readonly widthColumns: number; readonly theme: Theme };

/** Lines, or a table with a blank at its left. */
function Part({ part, widthColumns, theme }: PartProps) {
  if (part.kind === 'lines') return <LinesBlock lines={part.lines} theme={theme} covers />;
  const heightRows = tableHeight(part.rows.length);
  const ground: Line = [{ text: ' '.repeat(Math.max(0, widthColumns)), style: 'plain' }];
  return (
    <Box flexDirection="column" flexShrink={0} height={heightRows}>
      <LinesBlock lines={new Array<Line>(heightRows).fill(ground)} theme={theme} covers />
      <Box position="absolute" marginLeft={1}>
        <SmallTable rows={part.rows} widthColumns={widthColumns - 2} theme={theme} />
      </Box>
    </Box>
  );
}
