import { Box } from 'ink';
import type { Block, Picture } from '../../screen/picture.ts';
import type { Theme } from '../theme.ts';
import { LinesBlock } from './lines-block.tsx';
import { OverlayBox } from './overlay-box.tsx';
import { PanesBlock } from './panes-block.tsx';
import { PromptBlock } from './prompt-block.tsx';

/** The whole screen: what the picture says, and nothing decided here. */
export function ScreenBox({ picture, theme }: { readonly picture: Picture; readonly theme: Theme }) {
  return (
    <Box flexDirection="column" width="100%" height={picture.rows}>
      {picture.blocks.map((block) => (
        <BlockBox key={block.key} block={block} theme={theme} />
      ))}
      {picture.overlay && <OverlayBox overlay={picture.overlay} theme={theme} />}
    </Box>
  );
}

function BlockBox({ block, theme }: { readonly block: Block; readonly theme: Theme }) {
  switch (block.kind) {
    case 'lines':
      return <LinesBlock lines={block.lines} theme={theme} />;
    case 'prompt':
      return <PromptBlock prompt={block} theme={theme} />;
    case 'panes':
      return <PanesBlock panes={block.panes} theme={theme} />;
  }
}
