import { Box } from 'ink';
import type { Pane } from '../../screen/picture.ts';
import type { Theme } from '../theme.ts';
import { FramedBox } from './framed-box.tsx';
import { LinesBlock } from './lines-block.tsx';

/** Panes side by side. */
export function PanesBlock({ panes, theme }: { readonly panes: readonly Pane[]; readonly theme: Theme }) {
  return (
    <Box flexDirection="row" flexShrink={0} height={panes[0]?.heightRows ?? 0}>
      {panes.map((pane) => (
        <PaneBox key={pane.key} pane={pane} theme={theme} />
      ))}
    </Box>
  );
}

/** One pane: with a frame, or bare when its lines fill the whole height. */
function PaneBox({ pane, theme }: { readonly pane: Pane; readonly theme: Theme }) {
  if (pane.lines.length >= pane.heightRows) {
    return (
      <Box flexDirection="column" flexShrink={0} width={pane.widthColumns}>
        <LinesBlock lines={pane.lines} theme={theme} />
      </Box>
    );
  }
  const { title, note, focused, widthColumns, heightRows } = pane;
  const frame = { title, note, focused, widthColumns, heightRows, theme };
  return (
    <FramedBox {...frame}>
      <LinesBlock lines={pane.lines} theme={theme} />
    </FramedBox>
  );
}
