import { Box, Text } from 'ink';
import TextInput from 'ink-text-input';
import type { Block } from '../../screen/picture.ts';
import { styledText } from '../styled-text.ts';
import type { Theme } from '../theme.ts';
import { TextLine } from './text-line.tsx';

type Prompt = Extract<Block, { kind: 'prompt' }>;

/**
 * A row to type in. The input only draws its value: keys are decided by the reducer, and the terminal's own cursor
 * stands where they go.
 */
export function PromptBlock({ prompt, theme }: { readonly prompt: Prompt; readonly theme: Theme }) {
  const placeholder = styledText(theme, [{ text: prompt.placeholder, style: 'dim' }]);
  return (
    <Box height={1} flexShrink={0} overflow="hidden">
      <Box flexShrink={0}>
        <TextLine line={[prompt.label]} theme={theme} covers />
      </Box>
      <Box width={prompt.valueColumns} height={1} flexShrink={0} overflow="hidden">
        {prompt.value === '' ? (
          <Text wrap="truncate">{placeholder}</Text>
        ) : (
          <TextInput value={prompt.value} onChange={ignoreChange} focus={false} showCursor={false} />
        )}
      </Box>
      <Box flexShrink={0}>
        <TextLine line={prompt.right} theme={theme} />
      </Box>
    </Box>
  );
}

function ignoreChange(): void {}
